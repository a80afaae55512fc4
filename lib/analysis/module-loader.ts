import type { Rule } from 'eslint';
import type { ModuleLoader } from '../flow/knowledge.js';
import type { ModuleRecord } from '../flow/module-record.js';
import { resolveModule } from './resolve-module.js';
import { parseModule, type Parser } from './parse-module.js';

/** Reads the other modules of a program, from the file that is linted on. */
export function moduleLoader(context: Rule.RuleContext): ModuleLoader {
  const parser = context.languageOptions.parser as Parser | undefined;
  const options = context.languageOptions.parserOptions ?? {};
  return {
    load(specifier: string, from: ModuleRecord): ModuleRecord | null {
      const file = resolveModule(specifier, from.file);
      return file === null ? null : parseModule(file, parser, options);
    },
  };
}
