import { entriesOf, itemsOf, type Tree } from './tree.js';
import type { Statement } from './template.js';
import { spanOf } from './template.js';

/** What a value says as text, references in it written `${...}`; undefined when it cannot be known. */
export type TextReader = (tree: Tree) => string | undefined;

/** Keys of policies are matched whatever their case: Terraform modules and serverless.yml write them in others. */
const valueOf = (tree: Tree, ...names: readonly string[]): Tree | undefined =>
  entriesOf(tree).find(({ key }) => names.includes(key.toLowerCase()))?.value;

const texts = (tree: Tree | undefined, read: TextReader): { text: string; at: { start: number; end: number } }[] =>
  itemsOf(tree).flatMap(item => {
    const text = read(item);
    return text === undefined ? [] : [{ text, at: spanOf(item) }];
  });

/** Reads one statement of an identity's policy; none for one that denies, or that says who may (a resource's policy). */
export function readStatement(tree: Tree, read: TextReader): Statement[] {
  const effect = valueOf(tree, 'effect');
  if (tree.kind !== 'map' || (effect !== undefined && read(effect)?.toLowerCase() !== 'allow')) return [];
  if (valueOf(tree, 'principal', 'principals', 'notprincipal') !== undefined) return [];
  const condition = valueOf(tree, 'condition', 'conditions');
  return [
    {
      actions: texts(valueOf(tree, 'action', 'actions'), read).map(({ text }) => text),
      resources: texts(valueOf(tree, 'resource', 'resources'), read),
      conditions: condition === undefined ? [] : conditionKeys(condition),
    },
  ];
}

function conditionKeys(condition: Tree): string[] {
  // What is not written out may restrict anything.
  if (condition.kind !== 'map') return ['?'];
  return condition.entries.flatMap(({ value }) => (value.kind === 'map' ? value.entries.map(({ key }) => key) : ['?']));
}

/** Reads the statements of a policy document. */
export const readPolicy = (document: Tree | undefined, read: TextReader): Statement[] =>
  document === undefined ? [] : itemsOf(valueOf(document, 'statement', 'statements')).flatMap(item => readStatement(item, read));

interface StoreOfSecrets {
  readonly service: string;
  readonly plural: string;
  /** Actions that give the content of what is stored, in lower case. */
  readonly reads: readonly string[];
  /** Last parts of ARNs that name all of them. */
  readonly all: RegExp;
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
const stores: readonly StoreOfSecrets[] = [
  { service: 'secretsmanager', plural: 'secret', reads: ['getsecretvalue', 'batchgetsecretvalue'], all: /^(?:secret:?)?\*+$/ },
  {
    service: 'ssm',
    plural: 'parameter',
    reads: ['getparameter', 'getparameters', 'getparametersbypath', 'getparameterhistory'],
    all: /^(?:parameter\/?)?\*+(?:\/\*+)?$/,
  },
  { service: 'kms', plural: 'key', reads: ['decrypt'], all: /^(?:key\/?)?\*+$/ },
];

/** Keys that say how or whence, and not which: they leave every secret within reach. */
const generalConditions =
  /^aws:(?:SecureTransport|RequestedRegion|SourceIp|SourceVpc|SourceVpce|VpcSourceIp|PrincipalOrgID|PrincipalAccount|MultiFactorAuthPresent|CurrentTime|TokenIssueTime|ViaAWSService)$/i;

const escaped = (text: string): string => text.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&');

function covers(action: string, { service, reads }: StoreOfSecrets): boolean {
  const pattern = new RegExp(`^${escaped(action.toLowerCase()).replaceAll('*', '.*').replaceAll('?', '.')}$`);
  return reads.some(read => pattern.test(`${service}:${read}`));
}

function isEvery(resource: string, { service, all }: StoreOfSecrets): boolean {
  if (/^\*+$/.test(resource)) return true;
  const parts = resource.replaceAll(/\$\{[^}]*\}/g, '$').split(':');
  if (parts[0] !== 'arn' || (parts[2] !== service && parts[2] !== '*')) return false;
  // A star reaches over colons.
  return parts.length < 6 ? parts.at(-1) === '*' : all.test(parts.slice(5).join(':'));
}

/** A statement that lets a function read every secret, parameter or key. */
export interface BroadGrant {
  readonly at: { readonly start: number; readonly end: number };
  /** `every secret and every key`. */
  readonly what: string;
}

/** Judges a statement. @returns undefined for one that names what it is about, or says nothing about secrets */
export function broadGrant({ actions, resources, conditions }: Statement): BroadGrant | undefined {
  if (conditions.some(key => !generalConditions.test(key))) return undefined;
  const reached = stores.filter(
    store => actions.some(action => covers(action, store)) && resources.some(({ text }) => isEvery(text, store)),
  );
  const place = resources.find(({ text }) => reached.some(store => isEvery(text, store)));
  if (place === undefined) return undefined;
  return { at: place.at, what: reached.map(({ plural }) => `every ${plural}`).join(' and ') };
}

/** AWS managed policies that let their holder read every secret or parameter. https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ */
const broadPolicies = new Set([
  'SecretsManagerReadWrite',
  'AWSSecretsManagerClientReadOnlyAccess',
  'AmazonSSMFullAccess',
  'AmazonSSMReadOnlyAccess',
  'AdministratorAccess',
  'PowerUserAccess',
]);

/** @returns the name of a managed policy, where it is one that reaches every secret: given by its ARN or by its name */
export function broadManagedPolicy(text: string): string | undefined {
  const name = text.startsWith('arn:') ? /^arn:(?:\$\{[^}]*\}|[\w-]+):iam::aws:policy\/(?:[\w-]+\/)*([\w-]+)$/.exec(text)?.[1] : text;
  return name !== undefined && broadPolicies.has(name) ? name : undefined;
}
