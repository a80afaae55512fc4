import type { Scope } from 'eslint-scope';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Node, Value } from './value.js';

/** A variable of the program, as eslint-scope (or the TypeScript parser's scope manager) describes it. */
export interface Variable {
  readonly name: string;
  readonly defs: readonly { readonly type: string; readonly node: Node; readonly name: Node; readonly parent?: Node | null | undefined }[];
  readonly identifiers: readonly Node[];
  /** `init` where it is declared with a value. */
  readonly references: readonly { readonly identifier: unknown; readonly init?: boolean | undefined }[];
  readonly scope: { readonly type: string; readonly block: Node; readonly variableScope: { readonly block: Node } };
}

interface ScopeLike {
  readonly variables: readonly Variable[];
  readonly references: readonly { readonly identifier: Node; readonly resolved: Variable | null }[];
}

/** What the engine reads of a scope manager; both eslint-scope's and the TypeScript parser's fit. */
export interface ScopeManagerLike {
  readonly scopes: readonly (ScopeLike | Scope)[];
}

/** One activation of a function (or of a module's top level): its variables' cells, by variable. */
export interface Environment {
  /** The function node, the static block or the Program. */
  readonly owner: Node;
  readonly parent: Environment | null;
  readonly module: ModuleRecord;
  readonly cells: Map<Variable, number>;
  readonly self: Value | null;
  /** `arguments`. */
  readonly args: readonly Value[] | null;
  /** Entered at module level: its variables outlive the invocation. */
  readonly lasting: boolean;
}

/** An exported name: a local identifier, or a name of another module. */
export interface ExportEntry {
  readonly identifier: TSESTree.Identifier | null;
  readonly source: string | null;
  readonly imported: string;
}

interface ExportTable {
  readonly names: ReadonlyMap<string, ExportEntry>;
  readonly stars: readonly string[];
}

export interface ImportEntry {
  readonly source: string;
  readonly name: string;
}

let moduleCount = 0;

/** A parsed module of the program. */
export class ModuleRecord {
  private variables: Map<Node, Variable> | null = null;
  private exportTable: ExportTable | null = null;
  private importTable: Map<string, ImportEntry> | null = null;
  private members: Map<string, Node[]> | null = null;
  /** Names of the objects `module` and `exports` in any state. */
  readonly objectIds = { module: -2 * ++moduleCount, exports: -2 * moduleCount - 1 };
  /** The machine that evaluated the top level last, and what came of it. */
  evaluatedBy = 0;
  environment: Environment | null = null;
  /** What `export default EXPRESSION` and `export = EXPRESSION` gave. */
  defaultExport: Value | null = null;
  exportAssignment: Value | null = null;

  constructor(
    /** Absolute path. */
    readonly file: string,
    readonly program: TSESTree.Program,
    readonly text: string,
    private readonly scopes: ScopeManagerLike,
  ) {}

  /** The variable that an identifier reads, writes or declares; null for a global that the program does not declare. */
  variableOf(identifier: Node): Variable | null {
    this.variables ??= this.index();
    return this.variables.get(identifier) ?? null;
  }

  /** What the module exports, by name. */
  get exports(): ReadonlyMap<string, ExportEntry> {
    return (this.exportTable ??= exportTableOf(this.program)).names;
  }

  /** Sources of `export * from SOURCE`. */
  get starExports(): readonly string[] {
    return (this.exportTable ??= exportTableOf(this.program)).stars;
  }

  /** Where an imported local name comes from: source and exported name, `*` for all of it. */
  importOfName(name: string): ImportEntry | null {
    this.importTable ??= importTableOf(this.program);
    return this.importTable.get(name) ?? null;
  }

  /** All imported local names. */
  importedNames(): readonly (readonly [string, ImportEntry])[] {
    this.importTable ??= importTableOf(this.program);
    return [...this.importTable];
  }

  /** The member expressions of the module that read or write a member of this name. */
  membersNamed(name: string): readonly Node[] {
    this.members ??= membersOf(this.program);
    return this.members.get(name) ?? [];
  }

  private index(): Map<Node, Variable> {
    const variables = new Map<Node, Variable>();
    for (const scope of this.scopes.scopes as readonly ScopeLike[]) {
      for (const variable of scope.variables) {
        if (variable.defs.length === 0) continue;
        for (const identifier of variable.identifiers) variables.set(identifier, variable);
      }
      for (const reference of scope.references) {
        if (reference.resolved !== null && reference.resolved.defs.length > 0) variables.set(reference.identifier, reference.resolved);
      }
    }
    return variables;
  }
}

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}

function exportTableOf(program: TSESTree.Program): ExportTable {
  const names = new Map<string, ExportEntry>();
  const stars: string[] = [];
  const local = (identifier: TSESTree.Identifier, name: string): void => {
    names.set(name, { identifier, source: null, imported: '' });
  };
  for (const statement of program.body) {
    if (statement.type === 'ExportAllDeclaration') {
      if (statement.exported === null) stars.push(statement.source.value);
      else names.set(nameOf(statement.exported), { identifier: null, source: statement.source.value, imported: '*' });
    } else if (statement.type === 'ExportDefaultDeclaration') {
      const { declaration } = statement;
      if ((declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') && declaration.id)
        local(declaration.id, 'default');
      if (declaration.type === 'Identifier') local(declaration, 'default');
    } else if (statement.type === 'ExportNamedDeclaration') {
      for (const specifier of statement.specifiers) {
        if (statement.source !== null) {
          names.set(nameOf(specifier.exported), { identifier: null, source: statement.source.value, imported: nameOf(specifier.local) });
        } else if (specifier.local.type === 'Identifier') local(specifier.local, nameOf(specifier.exported));
      }
      for (const identifier of declaredNames(statement.declaration)) local(identifier, identifier.name);
    }
  }
  return { names, stars };
}

function declaredNames(declaration: TSESTree.ExportNamedDeclaration['declaration']): readonly TSESTree.Identifier[] {
  if (declaration === null || declaration === undefined) return [];
  if (declaration.type === 'VariableDeclaration') return declaration.declarations.flatMap(({ id }) => patternNames(id));
  return 'id' in declaration && declaration.id?.type === 'Identifier' ? [declaration.id] : [];
}

/** The name of a member as it is written, a private one with its mark; none for what is no member. */
export function memberName(node: Node): string {
  if (node.type !== 'MemberExpression') return '';
  const { property } = node;
  return property.type === 'PrivateIdentifier' ? `#${property.name}` : property.type === 'Identifier' ? property.name : '';
}

/** The member expressions of a program by the name of the member, a private one with its mark. */
function membersOf(program: TSESTree.Program): Map<string, Node[]> {
  const members = new Map<string, Node[]>();
  const visit = (node: Node): void => {
    if (node.type === 'MemberExpression' && !node.computed) {
      const known = members.get(memberName(node));
      if (known === undefined) members.set(memberName(node), [node]);
      else known.push(node);
    }
    for (const [key, child] of Object.entries(node) as [string, unknown][]) {
      if (key === 'parent') continue;
      for (const part of Array.isArray(child) ? (child as unknown[]) : [child])
        if (typeof part === 'object' && part !== null && 'type' in part && 'range' in part) visit(part as Node);
    }
  };
  visit(program);
  return members;
}

/** The identifiers that a pattern declares. */
export function patternNames(pattern: Node): readonly TSESTree.Identifier[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'ObjectPattern':
      return pattern.properties.flatMap(property => patternNames(property.type === 'Property' ? property.value : property.argument));
    case 'ArrayPattern':
      return pattern.elements.flatMap(element => (element === null ? [] : patternNames(element)));
    case 'AssignmentPattern':
      return patternNames(pattern.left);
    case 'RestElement':
      return patternNames(pattern.argument);
    default:
      return [];
  }
}

function importTableOf(program: TSESTree.Program): Map<string, ImportEntry> {
  const table = new Map<string, ImportEntry>();
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') {
      for (const specifier of statement.specifiers) {
        const name =
          specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : specifier.type === 'ImportDefaultSpecifier' ? 'default' : '*';
        table.set(specifier.local.name, { source: statement.source.value, name });
      }
    } else if (statement.type === 'TSImportEqualsDeclaration' && statement.moduleReference.type === 'TSExternalModuleReference') {
      const { expression } = statement.moduleReference;
      if (expression.type === 'Literal') table.set(statement.id.name, { source: String(expression.value), name: '*' });
    } else if (statement.type === 'VariableDeclaration') {
      for (const { id, init } of statement.declarations) requireImports(table, id, init);
    }
  }
  return table;
}

function requireImports(table: Map<string, ImportEntry>, id: Node, init: Node | null): void {
  if (init?.type !== 'CallExpression' || init.callee.type !== 'Identifier' || init.callee.name !== 'require') return;
  const [argument] = init.arguments;
  if (argument?.type !== 'Literal' || typeof argument.value !== 'string') return;
  const source = argument.value;
  if (id.type === 'Identifier') table.set(id.name, { source, name: '*' });
  if (id.type !== 'ObjectPattern') return;
  for (const property of id.properties) {
    if (property.type === 'Property' && property.key.type === 'Identifier' && property.value.type === 'Identifier') {
      table.set(property.value.name, { source, name: property.key.name });
    }
  }
}
