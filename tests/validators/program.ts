import { parse } from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';
import { ApiNode } from '../../lib/flow/api-graph.js';
import type { CallView, SchemaLibrary, Shape, Validation, ValueReader } from '../../lib/flow/schema.js';
import type { Value } from '../../lib/flow/value.js';
import { coercedValue, constantValue, libraryValue, referenceValue, unknownValue } from '../../lib/flow/values.js';
import { schemaLibraries } from '../../lib/validators/registry.js';

type Scope = Map<string, Value>;
type Function = { readonly node: TSESTree.ArrowFunctionExpression; readonly scope: Scope };
type Class = { readonly node: TSESTree.ClassDeclaration; readonly scope: Scope };

/** A program of imports, constants, classes and calls, evaluated just far enough to read schemas from it. */
class Program implements ValueReader {
  private readonly calls = new Map<Value, CallView>();
  private readonly objects = new Map<Value, (readonly [string, Value])[] | null>();
  private readonly arrays = new Map<Value, Value[]>();
  private readonly functions = new Map<Value, Function>();
  private readonly classes = new Map<Value, Class>();
  private readonly methods = new Map<Value, { readonly receiver: Value; readonly name: string; readonly module: string }>();
  readonly scope: Scope = new Map();
  last: Value = unknownValue;

  constructor(code: string) {
    for (const statement of parse(code, { range: true }).body) this.statement(statement);
  }

  private statement(node: TSESTree.ProgramStatement): void {
    if (node.type === 'ImportDeclaration') {
      for (const specifier of node.specifiers) {
        const { name } = specifier.local;
        const imported = specifier.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier' ? [specifier.imported.name] : [];
        this.scope.set(name, this.api(node.source.value, specifier.type === 'ImportDefaultSpecifier' ? ['default'] : imported));
      }
    } else if (node.type === 'VariableDeclaration') {
      for (const { id, init } of node.declarations) {
        if (id.type !== 'Identifier') continue;
        this.last = init === null ? unknownValue : this.evaluate(init, this.scope);
        this.scope.set(id.name, this.last);
      }
    } else if (node.type === 'ClassDeclaration' && node.id) {
      const value = { ...libraryValue };
      this.classes.set(value, { node, scope: this.scope });
      this.scope.set(node.id.name, value);
    } else if (node.type === 'ExpressionStatement') {
      this.last = this.evaluate(node.expression, this.scope);
    }
  }

  private api(module: string, path: readonly string[]): Value {
    return referenceValue({ type: 'api', node: new ApiNode(module, path, true), call: null, self: null });
  }

  private evaluate(node: TSESTree.Expression | TSESTree.SpreadElement | TSESTree.PrivateIdentifier | TSESTree.Super, scope: Scope): Value {
    switch (node.type) {
      case 'Identifier':
        return scope.get(node.name) ?? { ...unknownValue };
      case 'Literal':
        return 'regex' in node ? constantValue({ ...node.regex }) : constantValue(node.value as string | number | boolean | null);
      case 'TemplateLiteral':
        return node.quasis.length === 1 ? constantValue(node.quasis[0]!.value.cooked) : unknownValue;
      case 'UnaryExpression':
        return node.operator === '-' && node.argument.type === 'Literal' ? constantValue(-Number(node.argument.value)) : coercedValue;
      case 'BinaryExpression':
        return coercedValue;
      case 'TSAsExpression':
        return this.evaluate(node.expression, scope);
      case 'AwaitExpression':
        return this.evaluate(node.argument, scope);
      case 'ArrayExpression':
        return this.made(
          this.arrays,
          node.elements.map(element => this.evaluate(element!, scope)),
        );
      case 'ObjectExpression':
        return this.made(this.objects, this.properties(node, scope));
      case 'ArrowFunctionExpression':
        return this.made(this.functions, { node, scope });
      case 'MemberExpression':
        return this.property(node, scope);
      case 'CallExpression':
      case 'NewExpression':
        return this.call_(node, scope);
      default:
        return { ...unknownValue };
    }
  }

  private made<T>(map: Map<Value, T>, content: T): Value {
    const value = { ...libraryValue };
    map.set(value, content);
    return value;
  }

  private properties(node: TSESTree.ObjectExpression, scope: Scope): (readonly [string, Value])[] | null {
    const result: (readonly [string, Value])[] = [];
    for (const property of node.properties) {
      if (property.type === 'SpreadElement') {
        const spread = this.members(this.evaluate(property.argument, scope));
        if (spread === null) return null;
        result.push(...spread);
      } else {
        const key = property.key.type === 'Identifier' ? property.key.name : String((property.key as TSESTree.Literal).value);
        result.push([key, this.evaluate(property.value as TSESTree.Expression, scope)]);
      }
    }
    return result;
  }

  private property(node: TSESTree.MemberExpression, scope: Scope): Value {
    const object = this.evaluate(node.object, scope);
    const name = node.property.type === 'Identifier' ? node.property.name : '';
    const api = apiOf(object);
    if (api !== null) return this.api(api.module, [...api.names, name]);
    const call = this.calls.get(object);
    if (call !== undefined) return this.made(this.methods, { receiver: object, name, module: call.module });
    return this.member(object, name);
  }

  private call_(node: TSESTree.CallExpression | TSESTree.NewExpression, scope: Scope): Value {
    const callee = this.evaluate(node.callee, scope);
    const args = node.arguments.map(argument => this.evaluate(argument, scope));
    const isNew = node.type === 'NewExpression';
    const api = apiOf(callee);
    if (api !== null) {
      return this.made(this.calls, {
        module: api.module,
        path: api.names,
        name: api.names.at(-1) ?? 'default',
        isNew,
        args,
        receiver: null,
      });
    }
    const method = this.methods.get(callee);
    if (method !== undefined) {
      return this.made(this.calls, {
        module: method.module,
        path: [method.name],
        name: method.name,
        isNew,
        args,
        receiver: method.receiver,
      });
    }
    const made = this.calls.get(callee);
    if (made !== undefined)
      return this.made(this.calls, { module: made.module, path: [], name: 'validate', isNew, args, receiver: callee });
    if (this.functions.has(callee)) return this.apply(callee, args);
    return node.callee.type === 'Identifier' && ['Number', 'parseInt', 'Boolean'].includes(node.callee.name)
      ? coercedValue
      : { ...unknownValue };
  }

  constants(value: Value): Value['constants'] | null {
    return value.constants.length > 0 ? value.constants : null;
  }
  member(value: Value, name: string): Value {
    return this.members(value)?.find(([key]) => key === name)?.[1] ?? { ...unknownValue };
  }
  members(value: Value): (readonly [string, Value])[] | null {
    return this.objects.get(value) ?? null;
  }
  elements(value: Value): readonly Value[] | null {
    return this.arrays.get(value) ?? null;
  }
  call(value: Value): CallView | null {
    return this.calls.get(value) ?? null;
  }
  accepts(): () => boolean {
    return () => false;
  }

  apply(fn: Value, args: readonly Value[]): Value {
    const known = this.functions.get(fn);
    if (known === undefined) return { ...unknownValue };
    const scope = new Map(known.scope);
    known.node.params.forEach((parameter, i) => parameter.type === 'Identifier' && scope.set(parameter.name, args[i] ?? unknownValue));
    if (known.node.body.type !== 'BlockStatement') return this.evaluate(known.node.body, scope);
    const returned = known.node.body.body.find(statement => statement.type === 'ReturnStatement');
    return returned?.argument ? this.evaluate(returned.argument, scope) : unknownValue;
  }
  classFields(value: Value): ReturnType<ValueReader['classFields']> {
    const known = this.classes.get(value);
    if (known === undefined) return null;
    return known.node.body.body.flatMap(member => {
      if (member.type !== 'PropertyDefinition' || member.key.type !== 'Identifier') return [];
      return [
        {
          name: member.key.name,
          decorators: member.decorators.map(({ expression }) => this.evaluate(expression, known.scope)),
          annotation: null,
        },
      ];
    });
  }
}

function apiOf(value: Value): ApiNode | null {
  const [reference] = value.references;
  return reference?.type === 'api' ? reference.node : null;
}

function libraryOf(call: CallView): SchemaLibrary | null {
  return schemaLibraries.find(library => library.modules.includes(call.module)) ?? null;
}

/** @returns the validation that the last statement of a program carries out. */
export function validationOf(code: string): Validation | null {
  const program = new Program(code);
  const call = program.call(program.last);
  return call === null ? null : (libraryOf(call)?.validation(call, program) ?? null);
}

/** @returns the shape of the schema that the last statement of a program makes. */
export function shapeOf(code: string): Shape | null {
  const program = new Program(code);
  const call = program.call(program.last);
  return call === null ? null : (libraryOf(call)?.shape(program.last, program) ?? null);
}

/** @returns what the event is behind the middleware or decorator that the last statement of a program makes. */
export function eventShapeOf(code: string): Shape | null {
  const program = new Program(code);
  const call = program.call(program.last);
  return call === null ? null : (libraryOf(call)?.eventShape?.(call, program) ?? null);
}

/** @returns a shape in short: `{ id: safe, name: text, *: any }`, `[text]`, `(safe | [any])`. */
export function written(shape: Shape | null): string {
  if (shape === null) return 'none';
  switch (shape.type) {
    case 'object':
      return `{ ${[...shape.fields].map(([name, field]) => `${name}: ${written(field)}, `).join('')}*: ${written(shape.rest)} }`;
    case 'array':
      return `[${written(shape.element)}]`;
    case 'union':
      return `(${shape.members.map(written).join(' | ')})`;
    default:
      return shape.type;
  }
}

/** @returns a validation in short: how it tells, which argument it checks, and the shape. */
export function writtenValidation(validation: Validation | null): string {
  if (validation === null) return 'none';
  const { outcome, input, shape, inputShape } = validation;
  const tells = typeof outcome === 'string' ? outcome : JSON.stringify(outcome).replaceAll('"', '');
  const differs = inputShape === undefined || written(inputShape) === written(shape) ? '' : ` from ${written(inputShape)}`;
  return `${tells} ${typeof input === 'number' ? input : 'value'}: ${written(shape)}${differs}`;
}
