import { readDetection } from './cloudformation-detection.js';
import { cloudFormationText, contentsOf, type Declarations } from './cloudformation-values.js';
import { edgeFunctions } from './edge-functions.js';
import { broadManagedPolicy, readPolicy } from './policy.js';
import { samPolicy } from './sam-policy.js';
import { isSdk } from './sdk-names.js';
import { spanOf, TemplateParts, type Template } from './template.js';
import { at, entriesOf, isPlain, itemsOf, textOf, type Entry, type Tree } from './tree.js';

/** Whether a document is a template of CloudFormation or SAM: it has resources, and they have types. */
export const isCloudFormation = (document: Tree): boolean =>
  entriesOf(at(document, 'Resources')).some(({ value }) => /^(?:AWS|Alexa|Custom)::/.test(textOf(at(value, 'Type')) ?? ''));

const lambdaService = /^(?:edge)?lambda\.amazonaws\.com$/;

/** Whether Lambda may take a role. */
function isFunctionRole(resource: Tree): boolean {
  const statements = itemsOf(at(resource, 'Properties', 'AssumeRolePolicyDocument', 'Statement'));
  return statements.some(statement =>
    itemsOf(at(statement, 'Principal', 'Service')).some(service => lambdaService.test(cloudFormationText(service) ?? '')),
  );
}

/** The logical ids of what a list refers to. */
const referred = (tree: Tree | undefined): string[] =>
  itemsOf(tree).flatMap(item =>
    item.kind === 'call' && (item.name === 'Ref' || item.name === 'GetAtt') ? (textOf(item.args[0]) ?? []) : [],
  );

/** Walks the resources of one template. */
class CloudFormationReader {
  readonly parts: TemplateParts;
  readonly #resources: readonly Entry[];
  readonly #globals: Tree | undefined;
  readonly #declared: Declarations;
  readonly #roles: ReadonlySet<string>;
  /** Managed policies of the template that a function's identity has. */
  readonly #attached: ReadonlySet<string>;
  readonly #atEdge: ReadonlySet<string>;

  constructor(document: Tree, parts: TemplateParts) {
    this.parts = parts;
    this.#resources = entriesOf(at(document, 'Resources'));
    this.#globals = at(document, 'Globals', 'Function');
    this.#declared = { parameters: at(document, 'Parameters'), resources: at(document, 'Resources') };
    const roles = this.#ofType(/^AWS::IAM::Role$/).filter(({ value }) => isFunctionRole(value));
    this.#roles = new Set(roles.map(({ key }) => key));
    this.#attached = new Set([
      ...roles.flatMap(({ value }) => referred(at(value, 'Properties', 'ManagedPolicyArns'))),
      ...this.#ofType(/^AWS::Serverless::Function$/).flatMap(({ value }) => referred(at(value, 'Properties', 'Policies'))),
    ]);
    this.#atEdge = edgeFunctions(this.#resources);
  }

  #ofType(type: RegExp): Entry[] {
    return this.#resources.filter(({ value }) => type.test(textOf(at(value, 'Type')) ?? ''));
  }

  read(): Template {
    this.#variables('the functions', at(this.#globals, 'Environment', 'Variables'));
    for (const entry of this.#resources) {
      const type = textOf(at(entry.value, 'Type')) ?? '';
      if (type === 'AWS::Serverless::Function' || type === 'AWS::Lambda::Function') this.#function(entry, type);
      else if (type === 'AWS::IAM::Role' && this.#roles.has(entry.key)) this.#role(entry.value);
      else if (/^AWS::IAM::(?:Policy|RolePolicy|ManagedPolicy)$/.test(type)) this.#policy(entry);
    }
    readDetection(this.#resources, this.parts);
    return this.parts;
  }

  #function(entry: Entry, type: string): void {
    const properties = at(entry.value, 'Properties');
    const isSam = type === 'AWS::Serverless::Function';
    this.#variables(entry.key, at(properties, 'Environment', 'Variables'));
    const isTraced = isSam ? this.#samTracing(properties) : cfnTracing(properties);
    this.parts.functions.push({ name: entry.key, at: entry.at, isTraced: this.#atEdge.has(entry.key) ? undefined : isTraced });
    if (isSam) for (const policy of itemsOf(at(properties, 'Policies'))) this.#samPolicy(policy);
    for (const external of itemsOf(at(entry.value, 'Metadata', 'BuildProperties', 'External'))) {
      const name = textOf(external);
      if (name !== undefined && isSdk(name)) this.parts.excludedSdks.push({ name, at: spanOf(external) });
    }
  }

  #samTracing(properties: Tree | undefined): boolean | undefined {
    if (!isOwn(properties) || !isOwn(this.#globals)) return undefined;
    return isActive(at(properties, 'Tracing') ?? at(this.#globals, 'Tracing'));
  }

  #samPolicy(policy: Tree): void {
    const [only] = entriesOf(policy);
    const name = textOf(policy);
    if (name !== undefined) this.#managed(policy, name);
    else if (policy.kind === 'call') this.#managed(policy, cloudFormationText(policy) ?? '');
    else if (at(policy, 'Statement') !== undefined) this.parts.statements.push(...readPolicy(policy, cloudFormationText));
    else if (only !== undefined) this.parts.statements.push(...samPolicy(only, cloudFormationText));
  }

  #managed(place: Tree, text: string): void {
    const name = broadManagedPolicy(text);
    if (name !== undefined) this.parts.managedPolicies.push({ name, at: spanOf(place) });
  }

  #role(resource: Tree): void {
    const properties = at(resource, 'Properties');
    for (const policy of itemsOf(at(properties, 'ManagedPolicyArns'))) this.#managed(policy, cloudFormationText(policy) ?? '');
    for (const policy of itemsOf(at(properties, 'Policies')))
      this.parts.statements.push(...readPolicy(at(policy, 'PolicyDocument'), cloudFormationText));
  }

  #policy({ key, value }: Entry): void {
    const properties = at(value, 'Properties');
    const holders = [...referred(at(properties, 'Roles')), ...referred(at(properties, 'RoleName'))];
    if (this.#attached.has(key) || holders.some(role => this.#roles.has(role)))
      this.parts.statements.push(...readPolicy(at(properties, 'PolicyDocument'), cloudFormationText));
  }

  #variables(owner: string, tree: Tree | undefined): void {
    if (tree?.kind === 'call' && tree.name === 'If') for (const branch of tree.args) this.#variables(owner, branch);
    for (const { key, at: place, value } of entriesOf(tree))
      this.parts.variables.push({ name: key, at: place, contents: contentsOf(value, this.#declared) });
  }
}

/** Whether properties are all written here: `Fn::Transform` and the like put others in. */
const isOwn = (tree: Tree | undefined): boolean =>
  tree === undefined || (tree.kind === 'map' && !tree.entries.some(({ key }) => key.startsWith('Fn::')));

const isActive = (mode: Tree | undefined): boolean | undefined => (isPlain(mode) ? textOf(mode) === 'Active' : undefined);

function cfnTracing(properties: Tree | undefined): boolean | undefined {
  if (!isOwn(properties)) return undefined;
  const config = at(properties, 'TracingConfig');
  return config !== undefined && !isPlain(config) ? undefined : isActive(at(config, 'Mode'));
}

/** Reads a template of CloudFormation or SAM into parts that may hold others already. */
export const readCloudFormation = (document: Tree, parts = new TemplateParts()): Template =>
  new CloudFormationReader(document, parts).read();
