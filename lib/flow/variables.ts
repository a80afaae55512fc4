import type { TSESTree } from '@typescript-eslint/utils';
import { makeClass } from './classes.js';
import { evaluate, nativeValue } from './expressions.js';
import { makeFunction } from './functions.js';
import { importedValue, moduleObject, requiredModule } from './exports.js';
import { sourceValue } from './library-sources.js';
import type { Machine } from './machine.js';
import { getMember, namedKey } from './members.js';
import type { Environment, Variable } from './module-record.js';
import { isNativeGlobal } from './natives/table.js';
import { assign } from './patterns.js';
import type { FunctionNode, Node, Value } from './value.js';
import { constantValue, joinValues, libraryValue, ownValue, referenceValue, undefinedValue } from './values.js';

/** What a variable holds now. */
export function readVariable(m: Machine, identifier: TSESTree.Identifier): Value {
  const variable = m.module.variableOf(identifier);
  if (variable === null) return globalValue(m, identifier);
  const { id, environment } = m.cell(variable);
  return m.state.value(id) ?? initialValue(m, variable, environment, id);
}

/** A variable before its first assignment: functions and imports are there from the start. */
function initialValue(m: Machine, variable: Variable, environment: Environment, id: number): Value {
  // Of an overloaded function the definition with a body counts.
  const definition = variable.defs.find(({ node }) => isDeclaredFunction(node)) ?? variable.defs[0];
  if (definition === undefined) return undefinedValue;
  const keep = (value: Value): Value => {
    (environment.owner.type === 'Program' ? m.root : m.state).setValue(id, value);
    return value;
  };
  switch (definition.type) {
    case 'FunctionName':
      return isDeclaredFunction(definition.node) ? keep(makeFunction(m, definition.node, environment)) : m.unknown(definition.node);
    case 'ClassName':
      if (definition.node.type !== 'ClassDeclaration' && definition.node.type !== 'ClassExpression') return undefinedValue;
      return keep(inEnvironment(m, environment, () => makeClass(m, definition.node as TSESTree.ClassDeclaration)));
    case 'ImportBinding':
      return keep(importedValue(m, definition.node, environment.module));
    case 'TSEnumName':
      return keep(inEnvironment(m, environment, () => enumObject(m, definition.node as TSESTree.TSEnumDeclaration)));
    case 'Parameter':
      return m.unknown(definition.name);
    default:
      if (isDeferredRequire(definition.node)) return requireNow(m, definition.node, environment, id);
      // A module-level variable that the code under way reads before its declaration ran.
      return undefinedValue;
  }
}

/** `const x = require('./x')` at the top level of a module: like an import it is carried out when it is first used. */
export function isDeferredRequire(node: Node): node is TSESTree.VariableDeclarator & { readonly init: TSESTree.CallExpression } {
  if (node.type !== 'VariableDeclarator' || node.init?.type !== 'CallExpression' || node.parent.parent.type !== 'Program') return false;
  const { callee, arguments: args } = node.init;
  const [source] = args;
  return (
    callee.type === 'Identifier' &&
    callee.name === 'require' &&
    source?.type === 'Literal' &&
    typeof source.value === 'string' &&
    source.value.startsWith('.')
  );
}

function requireNow(
  m: Machine,
  node: TSESTree.VariableDeclarator & { readonly init: TSESTree.CallExpression },
  environment: Environment,
  id: number,
): Value {
  const { state } = m;
  m.state = m.root;
  inEnvironment(m, environment, () => assign(m, node.id, evaluate(m, node.init), node, node.init));
  m.state = state;
  return m.state.value(id) ?? undefinedValue;
}

function isDeclaredFunction(node: Node): node is FunctionNode {
  return (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression') && node.body !== null;
}

function inEnvironment<T>(m: Machine, environment: Environment, run: () => T): T {
  const before = { environment: m.environment, module: m.module };
  m.environment = environment;
  m.module = environment.module;
  try {
    return run();
  } finally {
    m.environment = before.environment;
    m.module = before.module;
  }
}

function enumObject(m: Machine, node: TSESTree.TSEnumDeclaration): Value {
  const properties = new Map(
    node.body.members.map(member => {
      const name = member.id.type === 'Identifier' ? member.id.name : String((member.id as TSESTree.StringLiteral).value);
      const value = member.initializer ? evaluate(m, member.initializer) : constantValue(name);
      return [name, { value, node: member as Node, getter: false }] as const;
    }),
  );
  return m.allocate(node, { properties, lasting: true });
}

const constants: Readonly<Record<string, Value>> = {
  undefined: undefinedValue,
  NaN: constantValue(NaN),
  Infinity: constantValue(Infinity),
  __dirname: ownValue,
  __filename: ownValue,
};

function globalValue(m: Machine, identifier: TSESTree.Identifier): Value {
  const { name } = identifier;
  if (Object.hasOwn(constants, name)) return constants[name]!;
  if (name === 'module') return moduleObject(m, m.module);
  if (name === 'exports') return getMember(m, moduleObject(m, m.module), namedKey('exports'), identifier);
  if (name === 'arguments' && m.environment.args !== null) return argumentsObject(m, identifier);
  return namedGlobal(m, name, identifier);
}

/** A global of the language or of Node. */
export function namedGlobal(m: Machine, name: string, node: Node): Value {
  if (isNativeGlobal(name)) return nativeValue(name);
  // Of the web's namesake of the module the same members are in use.
  if (name === 'crypto') return requiredModule(m, name, node);
  const api = m.knowledge.graph.global(name);
  if (api === null) return libraryValue;
  return joinValues(sourceValue(m, api, null, node), referenceValue({ type: 'api', node: api, call: null, self: null }));
}

function argumentsObject(m: Machine, node: Node): Value {
  const properties = new Map((m.environment.args ?? []).map((value, i) => [String(i), { value, node: null, getter: false }] as const));
  return m.allocate(node, { kind: 'array', properties });
}
