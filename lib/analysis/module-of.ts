import type { Rule } from 'eslint';
import type { TSESTree } from '@typescript-eslint/utils';
import { ModuleRecord, type ScopeManagerLike } from '../flow/module-record.js';

const records = new WeakMap<object, ModuleRecord>();

/** @returns the record of a linted file, one for all rules: the index of its names is made once. */
export function moduleOf(file: {
  readonly filename: string;
  readonly ast: TSESTree.Program;
  readonly text: string;
  readonly scopeManager: ScopeManagerLike;
}): ModuleRecord {
  let record = records.get(file.ast);
  if (record === undefined) records.set(file.ast, (record = new ModuleRecord(file.filename, file.ast, file.text, file.scopeManager)));
  return record;
}

type Imports = ReadonlyMap<string, { readonly module: string; readonly name: string }>;

const imports = new WeakMap<ModuleRecord, Imports>();

/** The imports of a module, as handlers are judged by them: local name -> module and imported name. */
export function importsOf(module: ModuleRecord): Imports {
  let found = imports.get(module);
  if (found === undefined) {
    found = new Map(module.importedNames().map(([local, { source, name }]) => [local, { module: source, name }]));
    imports.set(module, found);
  }
  return found;
}

/** @returns the record of the file of a rule's context. */
export function moduleOfContext({ sourceCode, physicalFilename }: Rule.RuleContext): ModuleRecord {
  const { ast, text, scopeManager } = sourceCode;
  return moduleOf({
    filename: physicalFilename,
    ast: ast as unknown as TSESTree.Program,
    text,
    scopeManager: scopeManager as unknown as ScopeManagerLike,
  });
}
