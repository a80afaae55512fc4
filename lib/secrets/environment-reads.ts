import type { Scope } from 'eslint';
import type { TSESTree } from '@typescript-eslint/utils';

type Node = TSESTree.Node;

/** A variable of the environment that the program reads. */
export interface EnvironmentRead {
  readonly name: string;
  readonly node: Node;
}

/** The expression around a node that only changes its type. */
function outer(node: Node): Node {
  const { parent } = node;
  return parent && (parent.type === 'TSNonNullExpression' || parent.type === 'TSAsExpression') ? outer(parent) : node;
}

/** Names read from a node that holds the environment: members, destructured names, and those of variables it is given to. */
function readsOf(node: Node, variables: readonly Scope.Variable[]): EnvironmentRead[] {
  const holder = outer(node);
  const { parent } = holder;
  if (parent?.type === 'MemberExpression' && parent.object === holder) {
    const isWritten = parent.parent.type === 'AssignmentExpression' && parent.parent.left === parent;
    const isDeleted = parent.parent.type === 'UnaryExpression' && parent.parent.operator === 'delete';
    const name =
      !parent.computed && parent.property.type === 'Identifier'
        ? parent.property.name
        : parent.property.type === 'Literal'
          ? String(parent.property.value)
          : null;
    return name === null || isWritten || isDeleted ? [] : [{ name, node: parent }];
  }
  if (parent?.type !== 'VariableDeclarator' || parent.init !== holder) return [];
  if (parent.id.type === 'ObjectPattern') {
    return parent.id.properties.flatMap(property =>
      property.type === 'Property' && property.key.type === 'Identifier' && !property.computed
        ? [{ name: property.key.name, node: property as Node }]
        : [],
    );
  }
  const variable = variables.find(({ defs }) => defs.some(definition => (definition.node as unknown) === parent));
  return (
    variable?.references.flatMap(({ identifier, init }) => (init === true ? [] : readsOf(identifier as unknown as Node, variables))) ?? []
  );
}

/**
 * Every variable of the environment that a file reads: `process.env.X`, `env['X']`, `const { X } = process.env`.
 * @param scopes of the file's scope manager
 */
export function environmentReads(scopes: readonly Scope.Scope[]): readonly EnvironmentRead[] {
  const variables = scopes.flatMap(scope => scope.variables);
  const reads: EnvironmentRead[] = [];
  for (const scope of scopes) {
    for (const { identifier, resolved } of scope.references) {
      const node = identifier as unknown as Node;
      const isGlobal = resolved === null || resolved.defs.length === 0 || resolved.defs.some(({ type }) => type === 'ImportBinding');
      const { parent } = node;
      if (!isGlobal || identifier.name !== 'process' || parent?.type !== 'MemberExpression' || parent.object !== node) continue;
      if (parent.property.type === 'Identifier' && parent.property.name === 'env' && !parent.computed)
        reads.push(...readsOf(parent, variables));
    }
  }
  return reads;
}
