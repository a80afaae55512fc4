import type { TSESTree } from '@typescript-eslint/utils';
import type { ApiNode } from '../flow/api-graph.js';
import { reaches } from '../flow/api-reach.js';
import type { Knowledge } from '../flow/knowledge.js';
import { isFunctionExpression } from '../handlers/candidate.js';
import { globalReferences } from '../handlers/global-references.js';
import { isConstant } from '../handlers/program-uses.js';
import { importsOf, interpreterNames, interpreting, plainName } from './relevance.js';

type Node = TSESTree.Node;

/** What is read of a file's scopes. */
interface Reference {
  readonly identifier: Node;
  readonly init?: boolean | undefined;
}

interface Variable {
  readonly name: string;
  readonly defs: readonly { readonly type: string; readonly node: Node; readonly parent?: Node | null | undefined }[];
  readonly references: readonly Reference[];
}

interface ScopeLike {
  readonly block: Node;
  readonly variables: readonly Variable[];
  readonly through: readonly Reference[];
}

const none: ReadonlySet<string> = new Set();
/** The global object: `globalThis.eval(x)` is a reference to `eval` that no scope knows. */
const ofGlobalObject = /\b(?:globalThis|global|window|self|top)\s*(?:\?\.|\.|\[)\s*['"`]?(?:eval|Function|execScript|set[TI])/u;

const isHarmless = (argument: Node): boolean => isFunctionExpression(argument) || isConstant(argument, none);
const mayHarm = (node: ApiNode | null): node is ApiNode => node !== null && reaches(node, interpreting);

/** Whether a place of a library is used, where it stands, with more than constants. */
function isUsed(node: Node, api: ApiNode | null): boolean {
  if (!mayHarm(api)) return false;
  const { parent } = node as { parent?: Node };
  switch (parent?.type) {
    case 'MemberExpression':
      if (parent.object !== node) return true;
      if (!parent.computed && parent.property.type === 'Identifier') return isUsed(parent, api.member(parent.property.name));
      return true;
    case 'SequenceExpression':
      return parent.expressions.at(-1) !== node || isUsed(parent, api);
    case 'ChainExpression':
    case 'TSNonNullExpression':
      return isUsed(parent, api);
    case 'CallExpression':
    case 'NewExpression': {
      if (parent.callee !== node || !parent.arguments.every(isHarmless)) return true;
      const { returns, instance } = api.callable;
      return mayHarm(returns) || mayHarm(instance);
    }
    case 'VariableDeclarator':
      return parent.id.type !== 'ObjectPattern' || parent.id.properties.some(property => isTaken(property, api));
    case 'TSTypeReference':
    case 'TSTypeQuery':
    case 'TSQualifiedName':
    case 'ExportSpecifier':
      return false;
    case 'UnaryExpression':
      return parent.operator !== 'typeof';
    default:
      return true;
  }
}

/** Whether a part of a pattern takes what may do harm: its uses are those of another variable. */
function isTaken(property: TSESTree.ObjectPattern['properties'][number], api: ApiNode): boolean {
  if (property.type !== 'Property' || property.computed || property.key.type !== 'Identifier') return true;
  return mayHarm(api.member(property.key.name));
}

/** The import or the `require(…)` that a variable gets its value from, and the names that lead to it from there. */
function originOf({ name, defs }: Variable): { readonly site: Node; readonly module: string; readonly path: readonly string[] } | null {
  const [def] = defs;
  if (def === undefined || defs.length !== 1) return null;
  const { node } = def;
  if (def.type === 'ImportBinding') {
    if (def.parent?.type !== 'ImportDeclaration') return null;
    const imported =
      node.type === 'ImportSpecifier' ? (node.imported.type === 'Identifier' ? node.imported.name : node.imported.value) : '*';
    return { site: def.parent, module: def.parent.source.value, path: imported === '*' || imported === 'default' ? [] : [imported] };
  }
  if (node.type !== 'VariableDeclarator' || node.init?.type !== 'CallExpression') return null;
  const { callee, arguments: args } = node.init;
  const [source] = args;
  if (callee.type !== 'Identifier' || callee.name !== 'require' || source?.type !== 'Literal' || typeof source.value !== 'string')
    return null;
  if (node.id.type === 'Identifier') return { site: node.init, module: source.value, path: [] };
  const own = node.id.type === 'ObjectPattern' ? node.id.properties.find(property => binds(property, name)) : undefined;
  return own === undefined ? null : { site: node.init, module: source.value, path: [own.key.name] };
}

/** Whether a part of a pattern is `name` or `key: name`. */
function binds(
  property: TSESTree.ObjectPattern['properties'][number],
  name: string,
): property is TSESTree.Property & { key: TSESTree.Identifier } {
  if (property.type !== 'Property' || property.computed || property.key.type !== 'Identifier') return false;
  return property.value.type === 'Identifier' && property.value.name === name;
}

/**
 * A closer look at a file that names what interprets text: where it gives anything but constants to it. Told from the scopes, without
 * interpreting the file; what is not understood counts.
 * @returns the names that it is given to; null when the scopes do not tell all of them
 */
export function usesOfInterpreter(text: string, scopes: readonly ScopeLike[], known: Knowledge): readonly Node[] | null {
  if (ofGlobalObject.test(text)) return null;
  const { graph } = known;
  const names = interpreterNames(known);
  const sites = new Set<Node>();
  const uses: Node[] = [];
  for (const { variables } of scopes) {
    for (const variable of variables) {
      const origin = originOf(variable);
      if (origin === null || !names.has(plainName(origin.module))) continue;
      sites.add(origin.site);
      let api = graph.module(origin.module);
      for (const step of origin.path) api = api?.member(step) ?? null;
      for (const { identifier, init } of variable.references) if (init !== true && isUsed(identifier, api)) uses.push(identifier);
    }
  }
  const isUnread = importsOf(text).filter(name => names.has(name)).length > sites.size;
  if (isUnread) return null;
  for (const { identifier } of globalReferences(scopes)) {
    const name = identifier.type === 'Identifier' ? identifier.name : '';
    if (names.has(name) && isUsed(identifier, graph.global(name))) uses.push(identifier);
  }
  return uses;
}
