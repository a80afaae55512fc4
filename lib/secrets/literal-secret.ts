import type { TSESTree } from '@typescript-eslint/utils';
import { knownSecrets } from './formats.js';
import { secretNameKind } from './names.js';
import { isPlaceholder, looksLikeSecret } from './shapes.js';

/** Callee names and the argument that only a key may be in: `jwt.verify(token, key)`, `createHmac('sha256', key)`. */
const keyArguments: Readonly<Record<string, number>> = {
  createHmac: 1,
  createSecretKey: 0,
  createCipheriv: 1,
  createDecipheriv: 1,
};
const jwtMethods = new Set(['sign', 'verify']);

/**
 * What secret a literal is, in words, without its value.
 * @returns null for a literal that is none
 */
export function secretInLiteral(node: TSESTree.Literal | TSESTree.TemplateLiteral): string | null {
  const text = textOf(node);
  if (text === null || text.length < 4) return null;
  const known = knownSecrets(text).find(({ strength }) => strength === 'secret');
  if (known !== undefined) return capital(known.label);
  const name = nameOf(node);
  if (name !== null && looksLikeSecret(text, name)) return `The value of ${name}`;
  return isKeyArgument(node) && !isPlaceholder(text) ? `The key given to ${calleeName(node.parent as TSESTree.CallExpression)}()` : null;
}

function capital(text: string): string {
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
}

function textOf(node: TSESTree.Literal | TSESTree.TemplateLiteral): string | null {
  if (node.type === 'TemplateLiteral') return node.quasis.map(({ value }) => (value.cooked as string | null) ?? value.raw).join('${}');
  return typeof node.value === 'string' ? node.value : null;
}

/** What the code calls the literal: the variable, the property, the parameter. */
function nameOf(node: TSESTree.Node): string | null {
  const { parent } = node;
  if (!parent) return null;
  switch (parent.type) {
    case 'VariableDeclarator':
      return parent.init === node && parent.id.type === 'Identifier' ? parent.id.name : null;
    case 'Property':
    case 'PropertyDefinition':
      if (parent.value !== node || parent.computed) return null;
      return parent.key.type === 'Identifier' ? parent.key.name : parent.key.type === 'Literal' ? String(parent.key.value) : null;
    case 'AssignmentExpression':
      if (parent.right !== node) return null;
      if (parent.left.type === 'Identifier') return parent.left.name;
      return parent.left.type === 'MemberExpression' && parent.left.property.type === 'Identifier' ? parent.left.property.name : null;
    case 'AssignmentPattern':
      return parent.right === node && parent.left.type === 'Identifier' ? parent.left.name : null;
    case 'LogicalExpression':
    case 'ConditionalExpression':
    case 'TSAsExpression':
      return secretNameKind(nameOf(parent) ?? '') === null ? null : nameOf(parent);
    default:
      return null;
  }
}

function calleeName(call: TSESTree.CallExpression): string {
  const { callee } = call;
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : '';
}

function isKeyArgument(node: TSESTree.Node): boolean {
  const { parent } = node;
  if (parent?.type !== 'CallExpression') return false;
  const index = (parent.arguments as readonly TSESTree.Node[]).indexOf(node);
  const name = calleeName(parent);
  if (Object.hasOwn(keyArguments, name)) return keyArguments[name] === index;
  const { callee } = parent;
  const isJwt =
    callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && /^(?:jwt|jsonwebtoken|jws)$/iu.test(callee.object.name);
  return isJwt && jwtMethods.has(name) && index === 1;
}
