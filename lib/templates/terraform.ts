import { readHcl, type Block, type Body } from './hcl.js';
import { readStatement } from './policy.js';
import { TemplateParts, type Template } from './template.js';
import { attribute, blocksOf, nestedBlocks, TerraformModule } from './terraform-module.js';
import { TerraformPolicies } from './terraform-policies.js';
import { entriesOf, itemsOf, textOf, textsOf, type Span, type Tree } from './tree.js';
import { SyntaxProblem } from './yaml-tree.js';

/** The module that most who do not write the resource use. https://registry.terraform.io/modules/terraform-aws-modules/lambda/aws */
const lambdaModule =
  /^(?:terraform-aws-modules\/lambda\/aws|(?:git::)?(?:https:\/\/)?github\.com\/terraform-aws-modules\/terraform-aws-lambda\b.*)$/;
/** CloudFront's own name when it takes a role. */
const edgeService = /\bedgelambda\.amazonaws\.com\b/;
const functionType = 'AWS::Lambda::Function';

class TerraformReader {
  readonly parts = new TemplateParts();
  readonly #module: TerraformModule;
  readonly #policies: TerraformPolicies;

  constructor(bodies: readonly Body[]) {
    this.#module = new TerraformModule(bodies);
    this.#policies = new TerraformPolicies(this.#module, this.parts);
  }

  read(own: Body): this {
    for (const block of own.blocks) {
      const [type = ''] = block.labels;
      if (block.type === 'resource' && type === 'aws_lambda_function') this.#function(block);
      else if (block.type === 'resource' && /^aws_cloudtrail(?:_event_data_store)?$/.test(type)) this.#trail(block);
      else if (block.type === 'resource' && /^aws_(?:guardduty|inspector2)_/.test(type)) this.#detector(block);
      else if (block.type === 'module' && lambdaModule.test(textOf(attribute(block.body, 'source')) ?? '')) this.#lambdaModule(block);
    }
    this.#policies.read();
    return this;
  }

  #function(block: Block): void {
    const { body } = block;
    for (const environment of nestedBlocks(body, 'environment')) this.#variables(attribute(environment, 'variables'));
    const isDynamic = blocksOf(body, 'dynamic').some(({ labels }) => labels[0] === 'tracing_config');
    const mode = blocksOf(body, 'tracing_config').map(config => attribute(config.body, 'mode'))[0];
    const isElsewhere = isDynamic || this.#isAtEdge(block);
    this.parts.functions.push({ name: nameOf(block), at: placeOf(block), isTraced: isElsewhere ? undefined : this.#isTraced(mode) });
  }

  /** Whether CloudFront runs a function, where X-Ray cannot follow it: a distribution names it, or CloudFront may take its role. */
  #isAtEdge({ labels, body }: Block): boolean {
    const name = `aws_lambda_function.${labels[1] ?? ''}`;
    return (
      this.#policies.isFunctionRole(attribute(body, 'role'), edgeService) ||
      this.#module.associated().some(path => path.startsWith(`${name}.`))
    );
  }

  /** `Active` is traced; so is what the variables of the module may decide to be. */
  #isTraced(mode: Tree | undefined): boolean | undefined {
    const value = this.#module.followed(mode);
    if (value === undefined) return false;
    const text = textOf(value);
    return text === undefined || text.includes('${') ? undefined : text === 'Active';
  }

  #variables(tree: Tree | undefined): void {
    const value = this.#module.followed(tree);
    if (value?.kind === 'call') for (const argument of value.args) this.#variables(argument);
    for (const { key, at: place, value: content } of entriesOf(value))
      this.parts.variables.push({ name: key, at: place, contents: this.#module.contents(content) });
  }

  #lambdaModule(block: Block): void {
    const { body } = block;
    const layer = attribute(body, 'create_layer');
    // The module makes a layer instead.
    const isOff = ['create', 'create_function'].some(name => isFalse(attribute(body, name))) || (layer !== undefined && !isFalse(layer));
    if (isOff) return;
    this.#variables(attribute(body, 'environment_variables'));
    const edge = attribute(body, 'lambda_at_edge');
    const isTraced = edge === undefined || isFalse(edge) ? this.#isTraced(attribute(body, 'tracing_mode')) : undefined;
    this.parts.functions.push({ name: nameOf(block), at: placeOf(block), isTraced });
    const statements = this.#module.followed(attribute(body, 'policy_statements'));
    const list = statements?.kind === 'map' ? statements.entries.map(({ value }) => value) : itemsOf(statements);
    for (const statement of list) this.parts.statements.push(...readStatement(statement, item => this.#module.text(item)));
    for (const name of ['policy_json', 'policy_jsons'])
      for (const document of itemsOf(attribute(body, name))) this.parts.statements.push(...this.#policies.document(document));
    for (const name of ['policy', 'policies']) this.#policies.attach(attribute(body, name));
  }

  #trail(block: Block): void {
    const { body } = block;
    const isUnknown = blocksOf(body, 'dynamic').some(({ labels }) => labels[0]?.endsWith('event_selector'));
    const basic = blocksOf(body, 'event_selector').map(selector => selector.body);
    const advanced = blocksOf(body, 'advanced_event_selector').map(selector => selector.body);
    const isUnread = [
      ...basic.flatMap(selector => nestedBlocks(selector, 'data_resource').map(resource => attribute(resource, 'type'))),
    ].some(type => textOf(this.#module.followed(type)) === undefined);
    const records =
      basic.some(
        selector => textOf(attribute(selector, 'read_write_type')) !== 'ReadOnly' && this.#typesIn(selector).includes(functionType),
      ) || advanced.some(selector => this.#isForFunctions(selector));
    const nested = [...basic, ...advanced].some(selector => blocksOf(selector, 'dynamic').length > 0);
    if (!isUnknown && !isUnread && !nested && !records) this.parts.silentTrails.push({ name: nameOf(block), at: placeOf(block) });
  }

  #typesIn(selector: Body): string[] {
    return nestedBlocks(selector, 'data_resource').flatMap(resource => {
      const type = this.#module.followed(attribute(resource, 'type'));
      return textOf(type) ?? [];
    });
  }

  #isForFunctions(selector: Body): boolean {
    const fields = blocksOf(selector, 'field_selector').map(({ body }) => body);
    const values = (name: string): string[] =>
      fields.filter(field => textOf(attribute(field, 'field')) === name).flatMap(field => textsOf(attribute(field, 'equals')));
    return values('resources.type').includes(functionType) && !values('readOnly').includes('true');
  }

  #detector(block: Block): void {
    if (this.#leavesLambdaOut(block)) this.parts.partialDetectors.push({ name: nameOf(block), at: placeOf(block) });
  }

  #leavesLambdaOut({ labels, body }: Block): boolean {
    const isText = (name: string, pattern: RegExp): boolean => pattern.test(textOf(this.#module.followed(attribute(body, name))) ?? '');
    switch (labels[0]) {
      case 'aws_guardduty_detector_feature':
        return isText('name', /^LAMBDA_NETWORK_LOGS$/) && isText('status', /^DISABLED$/);
      case 'aws_guardduty_organization_configuration_feature':
        return isText('name', /^LAMBDA_NETWORK_LOGS$/) && isText('auto_enable', /^NONE$/);
      case 'aws_guardduty_detector':
        // A new detector that names no protection has all of them on.
        return !isFalse(attribute(body, 'enable')) && blocksOf(body, 'datasources').length > 0 && !this.#hasLambdaFeature();
      case 'aws_inspector2_enabler':
        return this.#lacksLambda(this.#module.followed(attribute(body, 'resource_types')));
      case 'aws_inspector2_organization_configuration':
        return blocksOf(body, 'auto_enable').some(({ body: parts }) => {
          const lambda = attribute(parts, 'lambda');
          return lambda === undefined || isFalse(lambda);
        });
      default:
        return false;
    }
  }

  #hasLambdaFeature(): boolean {
    return this.#module
      .resources('aws_guardduty_detector_feature')
      .some(({ body }) => !/^(?!LAMBDA_NETWORK_LOGS$)[A-Z_]+$/.test(textOf(this.#module.followed(attribute(body, 'name'))) ?? ''));
  }

  #lacksLambda(types: Tree | undefined): boolean {
    if (types?.kind !== 'list') return false;
    const names = types.items.map(item => textOf(this.#module.followed(item)));
    return names.every(name => name !== undefined) && !names.includes('LAMBDA');
  }
}

const nameOf = ({ type, labels }: Block): string => (type === 'module' ? `module.${labels.join('.')}` : labels.join('.'));
const placeOf = ({ start, end }: Block): Span => ({ start, end });
const isFalse = (tree: Tree | undefined): boolean => tree?.kind === 'scalar' && tree.value === false;

/**
 * Reads a file of Terraform together with its folder, which is a module: roles, policies and variables of one file are used in others.
 *
 * @param text of the file
 * @param others texts of the other files of its folder; one that cannot be read is left out
 * @returns what is in this file; throws a SyntaxProblem for it
 */
export function readTerraform(text: string, others: readonly string[] = []): Template {
  const own = readHcl(text);
  const joined = [text, ...others].join('\n');
  const folder = [own];
  let start = text.length + 1;
  for (const other of others) {
    const body = readable(joined, start, start + other.length);
    if (body !== undefined) folder.push(body);
    start += other.length + 1;
  }
  const { parts } = new TerraformReader(folder).read(own);
  return parts.within(text.length);
}

function readable(text: string, start: number, end: number): Body | undefined {
  try {
    return readHcl(text, start, end);
  } catch (error) {
    if (error instanceof SyntaxProblem) return undefined;
    throw error;
  }
}
