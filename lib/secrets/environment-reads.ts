import type { Scope } from 'eslint';
import type { TSESTree } from '@typescript-eslint/utils';

type Node = TSESTree.Node;

/** A variable of the environment that the program reads. */
export interface EnvironmentRead {
  readonly name: string;
  readonly node: Node;
}

/** What an expression holds: the global object, the process, its environment. */
type Holder = 'global' | 'process' | 'env';

const inside: Readonly<Record<Holder, ReadonlyMap<string, Holder>>> = {
  global: new Map([['process', 'process']]),
  process: new Map([
    ['env', 'env'],
    ['default', 'process'],
  ]),
  env: new Map(),
};
const globals: ReadonlyMap<string, Holder> = new Map([
  ['process', 'process'],
  ['globalThis', 'global'],
  ['global', 'global'],
]);
const processModule = /^(?:node:)?process$/u;

/**
 * Every variable of the environment that a file reads: `process.env.X`, `env['X']`, `const { X } = process.env`, `read('X')` where `read` is a function
 * of the file that reads the variable which it is told.
 * @param scopes of the file's scope manager
 */
export function environmentReads(scopes: readonly Scope.Scope[]): readonly EnvironmentRead[] {
  return new Reader(scopes).reads;
}

class Reader {
  readonly reads: EnvironmentRead[] = [];
  private readonly seen = new Set<Scope.Variable>();

  constructor(private readonly scopes: readonly Scope.Scope[]) {
    for (const { references } of scopes) {
      for (const { identifier, resolved } of references) {
        const holder = globals.get(identifier.name);
        if (holder !== undefined && (resolved === null || resolved.defs.length === 0)) this.use(identifier as unknown as Node, holder);
        if (identifier.name === 'require' && (resolved === null || resolved.defs.length === 0))
          this.required(identifier as unknown as Node);
      }
    }
    for (const { variables } of scopes) {
      for (const variable of variables) {
        const holder = importedHolder(variable);
        if (holder !== null) this.useVariable(variable, holder);
      }
    }
  }

  /** `require('process')`. */
  private required({ parent }: Node): void {
    if (parent?.type !== 'CallExpression') return;
    const [source] = parent.arguments;
    if (source?.type === 'Literal' && processModule.test(String(source.value))) this.use(parent, 'process');
  }

  /** Follows an expression to what is read of it. */
  private use(expression: Node, holder: Holder): void {
    const node = outer(expression);
    const { parent } = node;
    if (parent?.type === 'MemberExpression' && parent.object === node) this.member(parent, holder);
    else if (parent?.type === 'VariableDeclarator' && parent.init === node) this.destructure(parent.id, holder);
    else if (parent?.type === 'AssignmentPattern' && parent.right === node) this.destructure(parent.left, holder);
  }

  private member(node: TSESTree.MemberExpression, holder: Holder): void {
    if (isWritten(node)) return;
    const name = this.nameOf(node.property, node.computed);
    if (name === null) {
      if (holder === 'env' && node.property.type === 'Identifier') this.told(node.property);
      return;
    }
    const next = inside[holder].get(name);
    if (next !== undefined) this.use(node, next);
    else if (holder === 'env') this.reads.push({ name, node });
  }

  /** The name of a property: written, or a constant's. */
  private nameOf(key: Node, computed: boolean): string | null {
    if (!computed) return key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : null;
    const value = key.type === 'Identifier' ? constantOf(this.variableOf(key)) : key;
    if (value?.type === 'Literal') return String(value.value);
    return value?.type === 'TemplateLiteral' && value.expressions.length === 0 ? (value.quasis[0]?.value.cooked ?? null) : null;
  }

  private destructure(pattern: Node, holder: Holder): void {
    if (pattern.type === 'Identifier') {
      const variable = this.variableOf(pattern);
      if (variable !== null) this.useVariable(variable, holder);
    }
    if (pattern.type !== 'ObjectPattern') return;
    for (const property of pattern.properties) {
      const name = property.type === 'Property' ? this.nameOf(property.key, property.computed) : null;
      if (property.type !== 'Property' || name === null) continue;
      const next = inside[holder].get(name);
      const target = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
      if (next !== undefined) this.destructure(target, next);
      else if (holder === 'env') this.reads.push({ name, node: property });
    }
  }

  private useVariable(variable: Scope.Variable, holder: Holder): void {
    if (this.seen.has(variable)) return;
    this.seen.add(variable);
    for (const { identifier, init } of variable.references) if (init !== true) this.use(identifier as unknown as Node, holder);
  }

  /** `process.env[name]` in a function with a parameter `name`: its callers in the file say which. */
  private told(identifier: TSESTree.Identifier): void {
    const variable = this.variableOf(identifier);
    const definition = variable?.defs[0];
    if (variable === null || definition?.type !== 'Parameter') return;
    const fn = definition.node as unknown as TSESTree.FunctionLike;
    const index = fn.params.findIndex(parameter => nameNode(parameter) === (definition.name as unknown as Node));
    if (index === -1) return;
    for (const call of this.callsOf(fn)) {
      const argument = call.arguments[index];
      const name = argument === undefined ? null : this.nameOf(argument, true);
      if (name !== null) this.reads.push({ name, node: call });
    }
  }

  /** The calls of a function by its name. */
  private callsOf(fn: TSESTree.FunctionLike): readonly TSESTree.CallExpression[] {
    const named = fn.parent?.type === 'VariableDeclarator' ? fn.parent.id : 'id' in fn ? fn.id : null;
    const variable = named?.type === 'Identifier' ? this.variableOf(named) : null;
    return (variable?.references ?? []).flatMap(({ identifier }) => {
      const { parent } = identifier as unknown as Node;
      return parent?.type === 'CallExpression' && parent.callee === (identifier as unknown as Node) ? [parent] : [];
    });
  }

  private variableOf(identifier: Node): Scope.Variable | null {
    const isIt = (other: unknown): boolean => other === identifier;
    const names = ({ identifiers, references }: Scope.Variable): boolean =>
      identifiers.some(isIt) || references.some(reference => isIt(reference.identifier));
    for (const { variables } of this.scopes) {
      const found = variables.find(names);
      if (found !== undefined) return found;
    }
    return null;
  }
}

/** The expression around a node that only changes its type, or lets it be absent. */
function outer(node: Node): Node {
  const { parent } = node;
  const types = ['TSNonNullExpression', 'TSAsExpression', 'TSSatisfiesExpression', 'TSTypeAssertion', 'ChainExpression'];
  return parent && types.includes(parent.type) ? outer(parent) : node;
}

/** Whether the program takes what it reads for the name of a secret, not for its value: `SecretId: process.env.DB_SECRET`. */
export function isNameOfSecret(read: Node): boolean {
  let node = outer(read);
  if (node.parent?.type === 'LogicalExpression' && node.parent.left === node) node = outer(node.parent);
  const target = read.type === 'Property' ? read.value : targetOf(node);
  const name = target?.type === 'Identifier' ? target.name : target?.type === 'Literal' ? String(target.value) : '';
  return /(?:secret|param(?:eter)?|token|key|password|credential)s?_?(?:id|arn|name|path)$/iu.test(name);
}

const signer = /\b(?:createHmac|createSign|createCipheriv|createPrivateKey|importPKCS8|jsonwebtoken)\b/u;

/** Whether a variable names a key of KMS, by which KMS signs or encrypts: a file that does neither itself has no use for a key. */
export function isKeyOfKms(name: string, text: string): boolean {
  if (!/(?:sign(?:ing)?|(?:en|de)crypt(?:ion)?)_?key$/iu.test(name)) return false;
  return /\bclient-kms\b|\bKMS\b/u.test(text) && /\bKeyId\b/u.test(text) && !signer.test(text);
}

/** What an expression is given to: a variable, a property. */
function targetOf(node: Node): Node | null {
  const { parent } = node;
  if (parent?.type === 'VariableDeclarator') return parent.init === node ? parent.id : null;
  if (parent?.type === 'Property') return parent.value === node && !parent.computed ? parent.key : null;
  if (parent?.type !== 'AssignmentExpression' || parent.right !== node) return null;
  return parent.left.type === 'MemberExpression' && !parent.left.computed ? parent.left.property : parent.left;
}

function isWritten(node: TSESTree.MemberExpression): boolean {
  const { parent } = node;
  if (parent.type === 'AssignmentExpression') return parent.left === node && parent.operator === '=';
  return parent.type === 'UnaryExpression' && parent.operator === 'delete';
}

/** What a `const` is given, where that is an expression. */
function constantOf(variable: Scope.Variable | null): Node | null {
  const definition = variable?.defs[0];
  if (definition?.type !== 'Variable' || definition.parent.kind !== 'const') return null;
  const { id, init } = definition.node as unknown as TSESTree.VariableDeclarator;
  return id.type === 'Identifier' ? init : null;
}

/** What an import of Node's `process` gives a variable. */
function importedHolder({ defs: [definition] }: Scope.Variable): Holder | null {
  // `import x = require('y')` binds a name without a source of this form.
  if (definition?.type !== 'ImportBinding' || definition.parent?.type !== 'ImportDeclaration') return null;
  const { source } = definition.parent as unknown as TSESTree.ImportDeclaration;
  if (!processModule.test(source.value)) return null;
  const specifier = definition.node as unknown as TSESTree.ImportClause;
  if (specifier.type !== 'ImportSpecifier') return 'process';
  const imported = specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
  return inside.process.get(imported) ?? null;
}

function nameNode(parameter: TSESTree.Parameter): Node {
  return parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
}
