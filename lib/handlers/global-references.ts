import type { TSESTree } from '@typescript-eslint/utils';

/** What is read of a file's scopes. */
interface ScopeOfFile<R> {
  readonly block: TSESTree.Node;
  readonly variables: readonly { readonly defs: readonly unknown[]; readonly references: readonly R[] }[];
  readonly through: readonly R[];
}

/** The references to what no scope of the file declares. */
export const globalReferences = <R>(scopes: readonly ScopeOfFile<R>[]): readonly R[] =>
  scopes.flatMap(({ block, variables, through }) =>
    block.type === 'Program' ? [...variables.flatMap(({ defs, references }) => (defs.length === 0 ? references : [])), ...through] : [],
  );
