import type { TSESTree } from '@typescript-eslint/utils';

/** What is read of a file's scopes. */
interface ScopeOfFile<R> {
  readonly block: TSESTree.Node;
  readonly variables: readonly { readonly defs: readonly unknown[]; readonly references: readonly R[] }[];
  readonly through: readonly R[];
}

/** The references to what no scope of the file declares. */
export const globalReferences = <R>(scopes: readonly ScopeOfFile<R>[]): readonly R[] =>
  scopes
    .filter(({ block }) => block.type === 'Program')
    .flatMap(({ variables, through }) => [
      ...variables.filter(({ defs }) => defs.length === 0).flatMap(({ references }) => references),
      ...through,
    ]);
