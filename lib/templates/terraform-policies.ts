import type { Body } from './hcl.js';
import { broadManagedPolicy, readPolicy, readStatement } from './policy.js';
import { spanOf, type Statement, type TemplateParts } from './template.js';
import { attribute, blocksOf, nestedBlocks, type TerraformModule } from './terraform-module.js';
import { entriesOf, itemsOf, textOf, type Span, type Tree } from './tree.js';
import { readYaml } from './yaml-tree.js';

const lambdaService = /\b(?:edge)?lambda\.amazonaws\.com\b/;

/** A body as the map that a policy would be in JSON. */
const mapOf = (body: Body, { start, end }: Span): Tree => ({ kind: 'map', entries: body.attributes, start, end });

/** Which policies of a module a function's identity has. */
export class TerraformPolicies {
  readonly #module: TerraformModule;
  readonly #parts: TemplateParts;
  readonly #text = (tree: Tree): string | undefined => this.#module.text(tree);

  constructor(module: TerraformModule, parts: TemplateParts) {
    this.#module = module;
    this.#parts = parts;
  }

  /** A policy document: `jsonencode({...})`, JSON in a text, or what `data.aws_iam_policy_document.x.json` leads to. */
  document(tree: Tree | undefined): Statement[] {
    const value = this.#module.followed(tree);
    if (value === undefined) return [];
    if (value.kind === 'call' && value.name === 'jsonencode') return readPolicy(value.args[0], this.#text);
    const name = value.kind === 'name' ? /^data\.aws_iam_policy_document\.([\w-]+)/.exec(value.path)?.[1] : undefined;
    if (name !== undefined) return this.#data(name);
    const text = textOf(value);
    return text === undefined || !text.includes('Statement')
      ? []
      : inText(text, value).flatMap(document => readPolicy(document, this.#text));
  }

  #data(name: string): Statement[] {
    const body = this.#module.find('data', 'aws_iam_policy_document', name);
    return (body === undefined ? [] : nestedBlocks(body, 'statement')).flatMap(statement => {
      if (blocksOf(statement, 'principals').length > 0) return [];
      const conditions = nestedBlocks(statement, 'condition').map(condition => textOf(attribute(condition, 'variable')) ?? '?');
      return readStatement(mapOf(statement, { start: 0, end: 0 }), this.#text).map(read => ({ ...read, conditions }));
    });
  }

  /** Whether a service of Lambda may take `aws_iam_role.x`, given by any of its attributes. */
  isFunctionRole(tree: Tree | undefined, service = lambdaService): boolean {
    const value = this.#module.followed(tree);
    const text = value?.kind === 'name' ? value.path : (textOf(value) ?? '');
    const name = /\baws_iam_role\.([\w-]+)/.exec(text)?.[1];
    const role = name === undefined ? undefined : this.#module.find('resource', 'aws_iam_role', name);
    return role !== undefined && this.#isTakenBy(service, attribute(role, 'assume_role_policy'));
  }

  #isTakenBy(service: RegExp, tree: Tree | undefined): boolean {
    const value = this.#module.followed(tree);
    if (value === undefined) return false;
    const name = value.kind === 'name' ? /^data\.aws_iam_policy_document\.([\w-]+)/.exec(value.path)?.[1] : undefined;
    if (name === undefined) return textsIn(value).some(text => service.test(text));
    const body = this.#module.find('data', 'aws_iam_policy_document', name);
    const statements = body === undefined ? [] : nestedBlocks(body, 'statement');
    return statements
      .flatMap(statement => nestedBlocks(statement, 'principals'))
      .some(principals => itemsOf(attribute(principals, 'identifiers')).some(item => service.test(textOf(item) ?? '')));
  }

  /** Notes a managed policy of AWS, or the statements of one of the module. */
  attach(tree: Tree | undefined): void {
    for (const item of itemsOf(this.#module.followed(tree))) {
      const value = this.#module.followed(item);
      const own = value?.kind === 'name' ? /^aws_iam_policy\.([\w-]+)/.exec(value.path)?.[1] : undefined;
      const policy = own === undefined ? undefined : this.#module.find('resource', 'aws_iam_policy', own);
      if (policy !== undefined) this.#parts.statements.push(...this.document(attribute(policy, 'policy')));
      const data = value?.kind === 'name' ? /^data\.aws_iam_policy\.([\w-]+)/.exec(value.path)?.[1] : undefined;
      const looked = data === undefined ? undefined : this.#module.find('data', 'aws_iam_policy', data);
      const given = looked === undefined ? item : (attribute(looked, 'arn') ?? attribute(looked, 'name') ?? item);
      const name = broadManagedPolicy(this.#text(given) ?? '');
      if (name !== undefined) this.#parts.managedPolicies.push({ name, at: spanOf(item) });
    }
  }

  /** What the resources of the module give to functions. */
  read(): void {
    const { resources } = this.#module;
    const all = (type: string): readonly Body[] => resources.call(this.#module, type).map(({ body }) => body);
    for (const body of all('aws_iam_role_policy'))
      if (this.isFunctionRole(attribute(body, 'role'))) this.#parts.statements.push(...this.document(attribute(body, 'policy')));
    for (const body of all('aws_iam_role_policy_attachment'))
      if (this.isFunctionRole(attribute(body, 'role'))) this.attach(attribute(body, 'policy_arn'));
    for (const body of all('aws_iam_policy_attachment'))
      if (itemsOf(attribute(body, 'roles')).some(role => this.isFunctionRole(role))) this.attach(attribute(body, 'policy_arn'));
    for (const body of all('aws_iam_role')) {
      if (!this.#isTakenBy(lambdaService, attribute(body, 'assume_role_policy'))) continue;
      this.attach(attribute(body, 'managed_policy_arns'));
      for (const inline of nestedBlocks(body, 'inline_policy')) this.#parts.statements.push(...this.document(attribute(inline, 'policy')));
    }
  }
}

/** JSON in a text or a heredoc, with places in the file; a text that is no JSON has none. */
function inText(text: string, holder: Tree): Tree[] {
  const from = holder.kind === 'scalar' ? holder.from : undefined;
  // Escapes keep the places within quotes from being known.
  const place = ({ start, end }: Span): Span =>
    from === undefined ? { start: holder.start, end: holder.end } : { start: from + start, end: from + end };
  try {
    return readYaml(text).map(tree => moved(tree, place));
  } catch {
    return [];
  }
}

function moved(tree: Tree, place: (span: Span) => Span): Tree {
  if (tree.kind === 'list') return { ...tree, ...place(tree), items: tree.items.map(item => moved(item, place)) };
  if (tree.kind !== 'map') return { ...tree, ...place(tree) };
  return {
    ...tree,
    ...place(tree),
    entries: tree.entries.map(entry => ({ ...entry, at: place(entry.at), value: moved(entry.value, place) })),
  };
}

/** Every text in a value. */
function textsIn(tree: Tree): string[] {
  if (tree.kind === 'list') return tree.items.flatMap(textsIn);
  if (tree.kind === 'call') return tree.args.flatMap(textsIn);
  return tree.kind === 'map' ? entriesOf(tree).flatMap(({ value }) => textsIn(value)) : [textOf(tree) ?? ''];
}
