import { parse } from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';
import { childrenOf } from '../../lib/handlers/children.js';
import type { Candidate } from '../../lib/handlers/judge.js';
import type { ClassNode, FunctionNode } from '../../lib/flow/value.js';

type Node = TSESTree.Node;

/** Links a tree as ESLint does. */
function link(node: Node): void {
  for (const child of childrenOf(node)) {
    child.parent = node;
    link(child);
  }
}

export function parseProgram(code: string, filename = 'handler.ts'): TSESTree.Program {
  const program = parse(code, { range: true, loc: true, jsx: filename.endsWith('x') }) as unknown as TSESTree.Program;
  link(program);
  return program;
}

function importsOf(program: TSESTree.Program): Map<string, { module: string; name: string }> {
  const imports = new Map<string, { module: string; name: string }>();
  for (const statement of program.body) {
    if (statement.type !== 'ImportDeclaration') continue;
    for (const specifier of statement.specifiers) {
      const isNamed = specifier.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier';
      const name = isNamed
        ? (specifier.imported as TSESTree.Identifier).name
        : specifier.type === 'ImportDefaultSpecifier'
          ? 'default'
          : '*';
      imports.set(specifier.local.name, { module: statement.source.value, name });
    }
  }
  return imports;
}

function isFunction(node: Node): node is FunctionNode {
  return node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';
}

/** The candidates of a small program, found by its syntax where the engine finds them by value. */
export function candidatesOf(code: string, filename = 'handler.ts', templateHandlers?: ReadonlySet<string>): Candidate[] {
  const program = parseProgram(code, filename);
  const imports = importsOf(program);
  const candidates: Candidate[] = [];
  const declared = new Map<string, { readonly value: Node; readonly type: TSESTree.TypeNode | null }>();
  const plain = {
    imports,
    program,
    filename,
    text: (node: Node) => code.slice(...node.range),
    variableType: null,
    method: null,
    classNode: null,
    viaWrapper: false,
    ...(templateHandlers && { templateHandlers }),
  };

  const addClass = (classNode: ClassNode, exportName: string): void => {
    for (const method of classNode.body.body) {
      if (method.type === 'MethodDefinition' && isFunction(method.value))
        candidates.push({
          ...plain,
          fn: method.value,
          exportName: `${exportName}.${method.key.type === 'Identifier' ? method.key.name : ''}`,
          method,
          classNode,
        });
    }
  };
  const add = (exportName: string, node: Node | null | undefined, type: TSESTree.TypeNode | null, viaWrapper = false): void => {
    if (node == null) return;
    if (isFunction(node)) candidates.push({ ...plain, fn: node, exportName, variableType: type, viaWrapper });
    else if (node.type === 'Identifier') add(exportName, declared.get(node.name)?.value, declared.get(node.name)?.type ?? null, viaWrapper);
    else if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') addClass(node, exportName);
    else if (node.type === 'TSSatisfiesExpression' || node.type === 'TSAsExpression')
      add(exportName, node.expression, node.typeAnnotation, viaWrapper);
    else if (node.type === 'NewExpression' && node.callee.type === 'Identifier') {
      const made = declared.get(node.callee.name)?.value;
      if (made?.type === 'ClassDeclaration') addClass(made, exportName);
    } else if (node.type === 'CallExpression') {
      if (node.callee.type === 'MemberExpression') add(exportName, node.callee.object, null, true);
      for (const argument of node.arguments) add(exportName, argument, null, true);
    } else if (node.type === 'ObjectExpression') {
      for (const property of node.properties) {
        if (property.type === 'Property' && property.key.type === 'Identifier')
          add(`${exportName}.${property.key.name}`, property.value, null, viaWrapper);
      }
    }
  };

  for (const statement of program.body) {
    const node = 'declaration' in statement ? statement.declaration : statement;
    if (node?.type === 'VariableDeclaration') {
      for (const { id, init } of node.declarations) {
        if (id.type === 'Identifier' && init !== null)
          declared.set(id.name, { value: init, type: id.typeAnnotation?.typeAnnotation ?? null });
      }
    } else if (node?.type === 'FunctionDeclaration' || node?.type === 'ClassDeclaration') {
      if (node.id !== null) declared.set(node.id.name, { value: node, type: null });
      if (node.type === 'ClassDeclaration') addClass(node, '');
    }
  }
  for (const statement of program.body) {
    if (statement.type === 'ExportDefaultDeclaration') add('default', statement.declaration, null);
    else if (statement.type === 'ExportNamedDeclaration') {
      const { declaration } = statement;
      if (declaration?.type === 'FunctionDeclaration') add(declaration.id?.name ?? '', declaration, null);
      else if (declaration?.type === 'VariableDeclaration') {
        for (const { id, init } of declaration.declarations)
          if (id.type === 'Identifier') add(id.name, init, id.typeAnnotation?.typeAnnotation ?? null);
      }
      for (const { local, exported } of statement.specifiers) add(exported.type === 'Identifier' ? exported.name : '', local, null);
    } else if (statement.type === 'ExpressionStatement' && statement.expression.type === 'AssignmentExpression') {
      const { left, right } = statement.expression;
      if (left.type === 'MemberExpression' && left.property.type === 'Identifier') {
        const isWhole = left.object.type === 'Identifier' && left.object.name === 'module';
        add(isWhole ? 'default' : left.property.name, right, null);
      }
    } else if (statement.type === 'TSExportAssignment') add('default', statement.expression, null);
  }
  return candidates;
}
