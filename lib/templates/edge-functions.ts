import { cloudFormationText } from './cloudformation-values.js';
import { at, entriesOf, itemsOf, textOf, type Entry, type Tree } from './tree.js';

/** Who may take a role: a function of CloudFront does so under a service of its own. */
const edgeService = 'edgelambda.amazonaws.com';

/** The logical ids that a value refers to. */
function referredIds(tree: Tree | undefined): string[] {
  const text = tree === undefined ? '' : (cloudFormationText(tree) ?? '');
  return Array.from(text.matchAll(/\$\{(\w+)[^}]*\}/g), match => match[1]!);
}

/** Every value under a key, however deep. */
function valuesUnder(tree: Tree | undefined, key: string): Tree[] {
  if (tree?.kind === 'list') return tree.items.flatMap(item => valuesUnder(item, key));
  if (tree?.kind === 'call') return tree.args.flatMap(item => valuesUnder(item, key));
  return entriesOf(tree).flatMap(entry => (entry.key === key ? [entry.value] : valuesUnder(entry.value, key)));
}

const typeOf = ({ value }: Entry): string => textOf(at(value, 'Type')) ?? '';

const trustsEdge = ({ value }: Entry): boolean =>
  itemsOf(at(value, 'Properties', 'AssumeRolePolicyDocument', 'Statement')).some(statement =>
    itemsOf(at(statement, 'Principal', 'Service')).some(service => cloudFormationText(service) === edgeService),
  );

/** The logical ids of functions that CloudFront runs: it names a version of them, or may take their role. X-Ray cannot follow them there. */
export function edgeFunctions(resources: readonly Entry[]): ReadonlySet<string> {
  const named = resources
    .filter(resource => typeOf(resource) === 'AWS::CloudFront::Distribution')
    .flatMap(({ value }) => valuesUnder(at(value, 'Properties'), 'LambdaFunctionARN').flatMap(referredIds));
  const versions = resources.filter(resource => typeOf(resource) === 'AWS::Lambda::Version' && named.includes(resource.key));
  const roles = new Set(resources.flatMap(resource => (typeOf(resource) === 'AWS::IAM::Role' && trustsEdge(resource) ? resource.key : [])));
  const owners = resources.filter(({ value }) => referredIds(at(value, 'Properties', 'Role')).some(id => roles.has(id)));
  return new Set([
    ...named,
    ...versions.flatMap(({ value }) => referredIds(at(value, 'Properties', 'FunctionName'))),
    ...owners.map(({ key }) => key),
  ]);
}
