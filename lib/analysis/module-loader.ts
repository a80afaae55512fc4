import type { Rule } from 'eslint';
import type { ModuleLoader } from '../flow/knowledge.js';
import type { ModuleRecord } from '../flow/module-record.js';
import { resolveModule } from './resolve-module.js';
import { parseModule, type Parser } from './parse-module.js';

/** Source text that the analysis of one file reads from other modules, in characters: a program larger than that is followed in part. */
const maxRead = 600_000;

/** Reads the other modules of a program, from the file that is linted on. */
export function moduleLoader(context: Rule.RuleContext): ModuleLoader {
  const parser = context.languageOptions.parser as Parser | undefined;
  const options = context.languageOptions.parserOptions ?? {};
  const seen = new Set<string>();
  const lost = new Set<string>();
  let read = 0;
  return {
    lost,
    load(specifier: string, from: ModuleRecord): ModuleRecord | null {
      const file = resolveModule(specifier, from.file);
      if (file === null) return null;
      if (read > maxRead && !seen.has(file)) {
        lost.add('modules');
        return null;
      }
      const module = parseModule(file, parser, options);
      if (!seen.has(file)) read += module?.text.length ?? 0;
      seen.add(file);
      return module;
    },
  };
}
