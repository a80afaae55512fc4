import { isBuiltin } from 'node:module';
import type { TSESTree } from '@typescript-eslint/utils';
import type { ApiNode } from './api-graph.js';
import { sourceValue } from './library-sources.js';
import type { Machine } from './machine.js';
import { getMember, namedKey } from './members.js';
import type { ModuleRecord } from './module-record.js';
import { nativeOfModule } from './natives/table.js';
import { emptyObject, type Property } from './state.js';
import { execute } from './statements.js';
import type { Node, Value } from './value.js';
import { isNever, joinValues, libraryValue, never, ownValue, referenceValue, undefinedValue } from './values.js';
import { readVariable } from './variables.js';

/** Runs a module's top level, once. */
export function evaluateModule(m: Machine, module: ModuleRecord): void {
  if (module.evaluatedBy === m.id) return;
  module.evaluatedBy = m.id;
  m.allowFor(module.text.length);
  module.defaultExport = null;
  module.exportAssignment = null;
  module.environment = { owner: module.program, parent: null, module, cells: new Map(), self: undefinedValue, args: null, lasting: true };
  const before = { state: m.state, environment: m.environment, module: m.module, invocation: m.invocation };
  // A module's variables live in the bottom layer: every branch under way sees them.
  m.state = m.root;
  m.environment = module.environment;
  m.module = module;
  m.invocation = 0;
  const layer = m.branch(() => execute(m, module.program));
  layer.live = true;
  m.root.commit(layer);
  m.state = before.state;
  m.environment = before.environment;
  m.module = before.module;
  m.invocation = before.invocation;
}

/** `module`: an object whose `exports` the program fills. */
export function moduleObject(m: Machine, module: ModuleRecord): Value {
  const id = module.objectIds.module;
  if (m.root.object(id) === undefined) {
    m.root.setObject(module.objectIds.exports, { ...emptyObject, lasting: true });
    const exports = referenceValue({ type: 'object', id: module.objectIds.exports });
    m.root.setObject(id, {
      ...emptyObject,
      lasting: true,
      properties: new Map([['exports', { value: exports, node: null, getter: false }]]),
    });
  }
  return referenceValue({ type: 'object', id });
}

/** What `require(NAME)` or `import * as` gives. */
export function requiredModule(m: Machine, name: string, node: Node): Value {
  const api = m.knowledge.graph.module(name);
  if (api !== null) return joinValues(sourceValue(m, api, null, node), referenceValue({ type: 'api', node: api, call: null, self: null }));
  const native = nativeOfModule(name, null);
  if (native !== null) return native;
  const module = m.loader?.load(name, m.module) ?? null;
  return module === null ? libraryOrUnknown(m, name, node) : namespaceOf(m, module);
}

/** A package that no model describes gives objects of its own making; a local module that cannot be read may give anything. */
function libraryOrUnknown(m: Machine, name: string, node: Node): Value {
  if (name.endsWith('.json')) return ownValue;
  if (name.startsWith('.')) return m.unknown(node);
  return isBuiltin(name) ? ownValue : libraryValue;
}

/** What `import(NAME)` resolves to: of a CommonJS module, all that it exports and that once more as the default. */
export function importedModule(m: Machine, name: string, node: Node): Value {
  const value = requiredModule(m, name, node);
  const [reference] = value.references;
  if (value.references.length !== 1 || (reference?.type !== 'object' && reference?.type !== 'function' && reference?.type !== 'class'))
    return value;
  const exported = reference.type === 'object' ? m.object(reference.id).properties : new Map<string, Property>();
  if (exported.has('default')) return value;
  return m.allocateFresh({ properties: new Map([['default', { value, node: null, getter: false }], ...exported]), lasting: true });
}

function namespaceOf(m: Machine, module: ModuleRecord): Value {
  evaluateModule(m, module);
  if (module.exportAssignment !== null) return module.exportAssignment;
  const commonJs = getMember(m, moduleObject(m, module), namedKey('exports'), module.program);
  const [reference] = commonJs.references;
  const isPlain =
    commonJs.references.length === 1 &&
    reference?.type === 'object' &&
    reference.id === module.objectIds.exports &&
    m.object(reference.id).properties.size === 0;
  return isPlain ? referenceValue({ type: 'namespace', module }) : commonJs;
}

/** The value of an import binding. @param node the import specifier */
export function importedValue(m: Machine, node: Node, module: ModuleRecord): Value {
  const before = { environment: m.environment, module: m.module };
  if (module.environment !== null) m.environment = module.environment;
  m.module = module;
  try {
    const { source, name } = importOf(node);
    return source === null ? m.unknown(node) : importedName(m, source, name, node);
  } finally {
    m.environment = before.environment;
    m.module = before.module;
  }
}

/** Source and imported name (`*` for a namespace) of an import specifier. */
function importOf(node: Node): { readonly source: string | null; readonly name: string } {
  switch (node.type) {
    case 'ImportSpecifier':
      return {
        source: node.parent.type === 'ImportDeclaration' ? node.parent.source.value : null,
        name: node.imported.type === 'Identifier' ? node.imported.name : node.imported.value,
      };
    case 'ImportDefaultSpecifier':
      return { source: node.parent.source.value, name: 'default' };
    case 'ImportNamespaceSpecifier':
      return { source: node.parent.source.value, name: '*' };
    case 'TSImportEqualsDeclaration': {
      const { moduleReference } = node;
      const isRequire = moduleReference.type === 'TSExternalModuleReference' && moduleReference.expression.type === 'Literal';
      return { source: isRequire ? String((moduleReference.expression as TSESTree.StringLiteral).value) : null, name: '*' };
    }
    default:
      return { source: null, name: '' };
  }
}

function importedName(m: Machine, source: string, name: string, node: Node): Value {
  const native = nativeOfModule(source, name === '*' || name === 'default' ? null : name);
  if (native !== null) return native;
  const api = m.knowledge.graph.module(source);
  if (api !== null) return importOfLibrary(m, api, name, node);
  const module = m.loader?.load(source, m.module) ?? null;
  if (module === null) return libraryOrUnknown(m, source, node);
  return name === '*' ? namespaceOf(m, module) : exportOf(m, module, name);
}

function importOfLibrary(m: Machine, api: ApiNode, name: string, node: Node): Value {
  const member = name === '*' ? api : name === 'default' ? (api.members.get('default')?.actual ?? api) : api.member(name);
  // A function of a modelled library that no model mentions passes nothing on.
  if (member === null) return ownValue;
  return joinValues(sourceValue(m, member, null, node), referenceValue({ type: 'api', node: member, call: null, self: null }));
}

/** What a module exports under a name. */
export function exportOf(m: Machine, module: ModuleRecord, name: string, seen: readonly ModuleRecord[] = []): Value {
  if (seen.includes(module)) return never;
  evaluateModule(m, module);
  const commonJs = getMember(m, moduleObject(m, module), namedKey('exports'), module.program);
  if (name === 'default' && module.defaultExport !== null) return module.defaultExport;
  const found = findExport(m, module, name, seen);
  if (found !== null) return found;
  const own = getMember(m, commonJs, namedKey(name), module.program);
  if (!isNever(own) && own !== undefinedValue) return own;
  if (name === 'default') return module.exportAssignment ?? namespaceOf(m, module);
  return own;
}

function inModule<T>(m: Machine, module: ModuleRecord, run: () => T): T {
  const before = { environment: m.environment, module: m.module };
  if (module.environment !== null) m.environment = module.environment;
  m.module = module;
  try {
    return run();
  } finally {
    m.environment = before.environment;
    m.module = before.module;
  }
}

function findExport(m: Machine, module: ModuleRecord, name: string, seen: readonly ModuleRecord[]): Value | null {
  const entry = module.exports.get(name);
  if (entry?.identifier) return inModule(m, module, () => readVariable(m, entry.identifier!));
  if (entry?.source) {
    const { source, imported } = entry;
    return inModule(m, module, () => reexported(m, module, source, imported, seen));
  }
  for (const source of module.starExports) {
    const next = inModule(m, module, () => m.loader?.load(source, module) ?? null);
    if (next === null) continue;
    const value = exportOf(m, next, name, [...seen, module]);
    if (!isNever(value) && value !== undefinedValue) return value;
  }
  return null;
}

function reexported(m: Machine, module: ModuleRecord, source: string, imported: string, seen: readonly ModuleRecord[]): Value {
  const next = m.loader?.load(source, module) ?? null;
  if (next === null) return importedName(m, source, imported, module.program);
  return imported === '*' ? namespaceOf(m, next) : exportOf(m, next, imported, [...seen, module]);
}

/** The library class that a type names: `Pool` where it is imported from `pg`, `pg.Pool`. */
export function typeNodeOf(m: Machine, type: TSESTree.TSTypeReference): ApiNode | null {
  const names = entityNames(type.typeName);
  const head = names?.[0];
  if (names === null || head === undefined) return null;
  const source = m.module.importOfName(head);
  if (source === null) return null;
  const root = m.knowledge.graph.module(source.source);
  if (root === null) return null;
  const path = source.name === '*' ? names.slice(1) : source.name === 'default' ? names.slice(1) : [source.name, ...names.slice(1)];
  let node: ApiNode | null = path.length === 0 ? (root.members.get('default')?.actual ?? root) : root;
  for (const name of path) node = node?.members.get(name)?.actual ?? null;
  return node?.instance?.actual ?? null;
}

function entityNames(name: TSESTree.EntityName): string[] | null {
  if (name.type === 'Identifier') return [name.name];
  if (name.type !== 'TSQualifiedName') return null;
  const left = entityNames(name.left);
  return left === null ? null : [...left, name.right.name];
}
