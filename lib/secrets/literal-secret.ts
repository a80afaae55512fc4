import type { TSESTree } from '@typescript-eslint/utils';
import { knownSecrets } from './formats.js';
import { secretNameKind } from './names.js';
import { isPlaceholder, isRandom, looksLikeSecret } from './shapes.js';

/** Callee names and the argument that only a key may be in: `createHmac('sha256', key)`. */
const keyArguments: ReadonlyMap<string, number> = new Map([
  ['createHmac', 1],
  ['createSecretKey', 0],
  ['createCipheriv', 1],
  ['createDecipheriv', 1],
]);
const jwtMethods = new Set(['sign', 'verify', 'signAsync', 'verifyAsync']);
const jwtModules = new Set(['jsonwebtoken', 'jws', 'jwt-simple']);
/** Headers whose value is a credential, and what such a value starts with. */
const credentialHeader = /^(?:proxy-)?authorization$/iu;
const scheme = /^(?:Bearer|Basic|Token|ApiKey)\s+(\S+)$/iu;

/** The id of a key that expires within hours, and no secret beside it. */
const temporaryKeyId = /^ASIA[A-Z0-9]{16}$/u;
/** What a signer writes into a request: in code it was recorded, and has expired. */
const sessionHeader = /^x-amz-security-token$/iu;

/** What the reader of a file knows of a name in it. */
export interface FileNames {
  /** What a `const` of the file is given. */
  readonly initial: (identifier: TSESTree.Identifier) => TSESTree.Expression | null;
  /** The module that a name is imported from. */
  readonly importedFrom: (name: string) => string | null;
}

/**
 * What secret a literal is, in words, without its value.
 * @param seeds whether the file makes up what a data store starts with: users and their passwords
 * @returns null for a literal that is none
 */
export function secretInLiteral(node: TSESTree.Literal | TSESTree.TemplateLiteral, seeds = false): string | null {
  const text = textOf(node);
  if (text === null || text.length < 4) return null;
  const known = knownSecrets(text).find(({ strength }) => strength === 'secret');
  if (known !== undefined) return isOfWebClient(node) || fake.test(nameOf(node) ?? '') ? null : capital(known.label);
  const name = nameOfSecret(node, text);
  if (seeds && name !== null && secretNameKind(name) === 'password') return null;
  return name === null || isMadeUp(node) || temporaryKeyId.test(text) ? null : `The value of ${name}`;
}

/** What the code calls a literal, where that and its text say that it is a secret. This is asked of every literal. */
function nameOfSecret(node: TSESTree.Literal | TSESTree.TemplateLiteral, text: string): string | null {
  const own = nameOf(node);
  if (own !== null && sessionHeader.test(own)) return null;
  const name = own === 'pass' && besideUser(node) ? 'password' : own;
  if (name !== null && secretNameKind(name) !== null && looksLikeSecret(text, name)) return name;
  const header = headerOf(node, own);
  return header !== null && isCredential(text) ? header : null;
}

/**
 * The keys among the arguments of a call that are written in the code, there or in a constant of the file.
 * @returns the literal and, in words, what it is
 */
export function keyInCall(
  call: TSESTree.CallExpression,
  file: FileNames,
): { readonly node: TSESTree.Literal | TSESTree.TemplateLiteral; readonly what: string } | null {
  const index = keyIndex(call, file);
  const argument = index === null ? undefined : call.arguments[index];
  const node = argument?.type === 'Identifier' ? file.initial(argument) : argument;
  if (node?.type !== 'Literal' && node?.type !== 'TemplateLiteral') return null;
  const text = textOf(node);
  if (text === null || text.length < 4 || isPlaceholder(text) || /-----BEGIN (?:PUBLIC KEY|CERTIFICATE)/u.test(text)) return null;
  return { node, what: `The key given to ${calleeName(call)}()` };
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
      return parent.key.type === 'Identifier' || parent.key.type === 'PrivateIdentifier'
        ? parent.key.name
        : parent.key.type === 'Literal'
          ? String(parent.key.value)
          : null;
    case 'AssignmentExpression':
      if (parent.right !== node) return null;
      if (parent.left.type === 'Identifier') return parent.left.name;
      return parent.left.type === 'MemberExpression' ? memberName(parent.left) : null;
    case 'AssignmentPattern':
      return parent.right === node && parent.left.type === 'Identifier' ? parent.left.name : null;
    case 'BinaryExpression':
      return /^[!=]==?$/u.test(parent.operator) ? comparedName(parent.left === node ? parent.right : parent.left) : null;
    case 'LogicalExpression':
    case 'ConditionalExpression':
    case 'TSAsExpression':
      return secretNameKind(nameOf(parent) ?? '') === null ? null : nameOf(parent);
    default:
      return null;
  }
}

/** `request.password === '…'`, `headers['x-api-key'] !== '…'`. */
function comparedName(node: TSESTree.Node): string | null {
  const value = node.type === 'ChainExpression' ? node.expression : node;
  return value.type === 'Identifier' ? value.name : value.type === 'MemberExpression' ? memberName(value) : null;
}

const madeUp =
  /(?:^|_)(?:mock|dummy|fake|sample|example|demo)(?:s|ed)?(?:_|$)|^(?:mock|dummy|fake|sample|example|demo)(?:s|ed)?(?=[A-Z]|$)|^seed(?:ed)?(?:_|[A-Z])|(?:Mock|Dummy|Fake|Sample|Example|Demo(?![a-z])|Seed(?:ed)?[A-Z])/u;
/** What the program itself calls no key. */
const fake = /(?:^|_)(?:mock|dummy|fake)(?:ed)?(?:_|$)|^(?:mock|dummy|fake)(?:ed)?(?=[A-Z]|$)/u;

/** `MOCK_USER = { password: '…' }`, `createMockEvent({ password: '…' })`: the program says of the whole that it is made up. */
function isMadeUp(node: TSESTree.Node): boolean {
  let outer: TSESTree.Node | undefined = node.parent;
  while (
    outer?.type === 'Property' ||
    outer?.type === 'ObjectExpression' ||
    outer?.type === 'ArrayExpression' ||
    outer?.type === 'TSAsExpression'
  )
    outer = outer.parent;
  if (outer?.type === 'CallExpression') return madeUp.test(calleeName(outer));
  if (outer?.type !== 'VariableDeclarator' || outer.id.type !== 'Identifier' || outer.init === node) return false;
  const { name } = outer.id;
  return madeUp.test(name) || madeUp.test(name.toLowerCase());
}

/** What Firebase tells its clients in the browser: `{ apiKey, authDomain, projectId }`. */
function isOfWebClient({ parent }: TSESTree.Node): boolean {
  if (parent?.type !== 'Property' || parent.parent.type !== 'ObjectExpression') return false;
  const names = parent.parent.properties.flatMap(property => (property.type === 'Property' ? [keyName(property.key)] : []));
  return names.includes('authDomain') && (names.includes('projectId') || names.includes('appId'));
}

/** `{ user: 'app', pass: '…' }`: what stands beside a user's name is the password. */
function besideUser(node: TSESTree.Node): boolean {
  const { parent } = node;
  if (parent?.type !== 'Property' || parent.parent.type !== 'ObjectExpression') return false;
  return parent.parent.properties.some(
    ({ type, ...property }) => type === 'Property' && 'key' in property && /^user(?:name)?$/iu.test(keyName(property.key)),
  );
}

function keyName(key: TSESTree.PropertyName): string {
  return key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : '';
}

function memberName({ property, computed }: TSESTree.MemberExpression): string | null {
  if (property.type === 'Literal') return String(property.value);
  return !computed && (property.type === 'Identifier' || property.type === 'PrivateIdentifier') ? property.name : null;
}

/** The header that a literal is the value of: by its property, or by `headers.set('Authorization', value)`. */
function headerOf(node: TSESTree.Node, own: string | null): string | null {
  const { parent } = node;
  const [first, second] = parent?.type === 'CallExpression' ? parent.arguments : [];
  const set = second === node && first?.type === 'Literal' ? String(first.value) : null;
  const name = set ?? own;
  return name !== null && credentialHeader.test(name) ? name : null;
}

/** `Bearer` and a token, not a word about one. */
function isCredential(text: string): boolean {
  const value = scheme.exec(text.trim())?.[1] ?? null;
  return value !== null && !isPlaceholder(value) && isRandom(value, 12);
}

function calleeName({ callee }: TSESTree.CallExpression): string {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : '';
}

function keyIndex(call: TSESTree.CallExpression, file: FileNames): number | null {
  const name = calleeName(call);
  // This is asked of every call.
  if (!jwtMethods.has(name)) return keyArguments.get(name) ?? null;
  const { callee } = call;
  const owner =
    callee.type === 'MemberExpression'
      ? callee.object.type === 'Identifier'
        ? callee.object.name
        : ''
      : callee.type === 'Identifier'
        ? name
        : '';
  const isJwt =
    jwtModules.has(file.importedFrom(owner) ?? '') || (callee.type === 'MemberExpression' && /^(?:jwt|jsonwebtoken|jws)$/iu.test(owner));
  return isJwt ? 1 : null;
}
