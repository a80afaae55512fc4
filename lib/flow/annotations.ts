import type { TSESTree } from '@typescript-eslint/utils';
import { typeNodeOf } from './exports.js';
import { injectedInstance } from './injected-instance.js';
import type { Machine } from './machine.js';
import type { Node, Value } from './value.js';
import { Nature } from './value.js';
import { isNever, joinValues, referenceValue } from './values.js';

/**
 * A declared type says what a value of unknown origin is: `pool: Pool` with Pool from `pg`, `count: number`.
 * @param declaration the parameter, variable or field that is declared
 */
export function annotatedValue(m: Machine, declaration: Node, value: Value): Value {
  const type = annotationOf(declaration);
  if (type === null) return value;
  const isUnknown =
    isNever(value) || (value.references.length === 0 && value.constants.every(constant => constant === undefined) && !hasSource(value));
  if (!isUnknown) return value;
  switch (type.type) {
    case 'TSNumberKeyword':
    case 'TSBooleanKeyword':
    case 'TSBigIntKeyword':
      return { ...value, taints: [], nature: Nature.coerced };
    case 'TSLiteralType':
      return { ...value, taints: [], nature: Nature.own };
    case 'TSUnionType':
      return type.types.every(member => member.type === 'TSLiteralType' || member.type === 'TSUndefinedKeyword')
        ? { ...value, taints: [], nature: Nature.own }
        : value;
    case 'TSTypeReference': {
      const api = typeNodeOf(m, type);
      if (api !== null)
        return joinValues({ ...value, taints: [], nature: 0 }, referenceValue({ type: 'api', node: api, call: null, self: null }));
      return injectedInstance(m, type, value);
    }
    default:
      return value;
  }
}

function hasSource(value: Value): boolean {
  return value.taints.some(taint => taint.origin.kind !== 'unknown');
}

function annotationOf(node: Node): TSESTree.TypeNode | null {
  if (node.type === 'AssignmentPattern') return annotationOf(node.left);
  if (node.type === 'TSParameterProperty') return annotationOf(node.parameter);
  if ((node.type === 'Identifier' || node.type === 'PropertyDefinition' || node.type === 'AccessorProperty') && node.typeAnnotation)
    return node.typeAnnotation.typeAnnotation;
  return null;
}
