import { isSecretName } from '../secrets/names.js';
import { contentOfText, isPointerName } from './environment.js';
import type { Block, Body } from './hcl.js';
import type { Content } from './template.js';
import { textOf, type Entry, type Tree } from './tree.js';

/** The attributes and blocks of a body, by name. */
export const attribute = (body: Body | undefined, name: string): Tree | undefined =>
  body?.attributes.find(({ key }) => key === name)?.value;
export const blocksOf = (body: Body | undefined, type: string): readonly Block[] => body?.blocks.filter(block => block.type === type) ?? [];

/** Blocks of a type, those that `dynamic` makes included. */
export const nestedBlocks = (body: Body, type: string): readonly Body[] => [
  ...blocksOf(body, type).map(block => block.body),
  ...blocksOf(body, 'dynamic')
    .filter(({ labels }) => labels[0] === type)
    .flatMap(block => blocksOf(block.body, 'content').map(content => content.body)),
];

const steps = 10;
/** Where a provider gives what it made up or fetched, by the type of the resource; elsewhere the attribute's name decides. */
const secretAttributes =
  /^(?:data\.)?(?:aws_secretsmanager_(?:secret_version|random_password)|aws_ssm_parameter|random_password|aws_api_gateway_api_key|aws_iam_access_key|vault_\w+)\..*\b(?:secret_string|random_password|value|result|secret|data_json|insecure_value)\b/;

const pointer: Content = { kind: 'pointer' };

/** All files of one folder: what its names stand for. */
export class TerraformModule {
  readonly #blocks: readonly Block[];

  constructor(bodies: readonly Body[]) {
    this.#blocks = bodies.flatMap(({ blocks }) => blocks);
  }

  /** The body of `resource "type" "name"`, of `data` or of `variable "name"`. */
  find(kind: string, ...labels: readonly string[]): Body | undefined {
    return this.#blocks.find(({ type, labels: own }) => type === kind && own.join('.') === labels.join('.'))?.body;
  }

  /** All resources of a type. */
  resources(type: string): readonly Block[] {
    return this.#blocks.filter(block => block.type === 'resource' && block.labels[0] === type);
  }

  /** What the distributions of CloudFront call: `aws_lambda_function.x.qualified_arn`. */
  associated(): string[] {
    return this.resources('aws_cloudfront_distribution').flatMap(({ body }) =>
      ['default_cache_behavior', 'ordered_cache_behavior']
        .flatMap(behavior => nestedBlocks(body, behavior))
        .flatMap(behavior => nestedBlocks(behavior, 'lambda_function_association'))
        .flatMap(association => {
          const arn = this.followed(attribute(association, 'lambda_arn'));
          return arn?.kind === 'name' ? arn.path : [];
        }),
    );
  }

  #local(name: string): Tree | undefined {
    const locals = this.#blocks.filter(({ type }) => type === 'locals');
    return locals.flatMap(({ body }): readonly Entry[] => body.attributes).find(({ key }) => key === name)?.value;
  }

  /** The value behind `local.x`; what is no local stays what it is. */
  followed(tree: Tree | undefined): Tree | undefined {
    let value = tree;
    for (let step = 0; step < steps && value?.kind === 'name'; step++) {
      const [head, name = '', ...rest] = value.path.split('.');
      const target = head === 'local' && rest.length === 0 ? this.#local(name) : undefined;
      if (target === undefined) return value;
      value = target;
    }
    return value;
  }

  /** The text of a value, references in it written `${...}`. */
  text(tree: Tree): string | undefined {
    const value = this.followed(tree);
    return value?.kind === 'name' ? `\${${value.path}}` : textOf(value);
  }

  /** What a value may be at run time. */
  contents(tree: Tree): Content[] {
    const value = this.followed(tree);
    if (value === undefined || value.kind === 'other') return [pointer];
    if (value.kind === 'name') return this.#ofName(value.path);
    if (value.kind === 'call') {
      const inside = value.args.flatMap(argument => this.contents(argument));
      // What a function makes of a text is another text.
      return inside.filter(content => content.kind === 'value').map(content => ({ ...content, name: '' }));
    }
    const text = textOf(value);
    return text === undefined ? [pointer] : this.#ofText(text, value);
  }

  #ofText(text: string, place: Tree): Content[] {
    const references = [...text.matchAll(/\$\{\s*([A-Za-z_][\w.-]*)/g)].flatMap(match => this.#ofName(match[1]!));
    const secrets = references.filter(content => content.kind === 'value' && (content.isSecret || isSecretName(content.name)));
    return secrets.length > 0 ? secrets.map(content => ({ ...content, isSecret: true }) as Content) : [contentOfText(text, place)];
  }

  #ofName(path: string): Content[] {
    const parts = path.split(/[.[\]"]+/).filter(part => part !== '' && !/^\d+$/.test(part));
    const last = parts.at(-1) ?? '';
    if (parts[0] === 'var') return this.#ofVariable(parts[1] ?? '', last);
    if (secretAttributes.test(path)) return [{ kind: 'value', name: '', isSecret: true }];
    const isNamedSecret = isSecretName(last) && !isPointerName(last);
    if (parts[0] === 'each' || parts[0] === 'count' || !isNamedSecret || parts.length < 2) return [pointer];
    return [{ kind: 'value', name: last, isSecret: true }];
  }

  #ofVariable(name: string, last: string): Content[] {
    const declaration = this.find('variable', name);
    const preset = attribute(declaration, 'default');
    const text = textOf(preset);
    const own = text === undefined || text === '' || preset === undefined ? [] : [contentOfText(text, preset)];
    if (own[0]?.kind === 'pointer' || isPointerName(last)) return [pointer];
    const sensitive = attribute(declaration, 'sensitive');
    return [
      { kind: 'value', name: last, isSecret: isSecretName(last) || (sensitive?.kind === 'scalar' && sensitive.value === true) },
      ...own,
    ];
  }
}
