import type { Linter } from 'eslint';
import { entryOf, realLanguages, ruleIds, type RuleId, type Severity } from '../../rules/catalogue.js';
import { UsageError, type ScanConfig } from './config-file.js';

const namespace = 'lambda-security/';

/** What a scan does with a rule outside ESLint: its severity, whether its `dynamic` reports are wanted, and the options that the user gave. */
export interface RuleLevel {
  severity: Severity;
  dynamic: boolean;
  options: Readonly<Record<string, unknown>>;
}

const isRuleId = (slug: string): slug is RuleId => (ruleIds as readonly string[]).includes(slug);

const severities: Record<string, Severity | 'off'> = { off: 'off', warn: 'warning', error: 'error', 0: 'off', 1: 'warning', 2: 'error' };

const levelOf = (entry: Linter.RuleEntry): { severity: Severity | 'off' | undefined; options: Readonly<Record<string, unknown>> } => {
  const [level, options] = Array.isArray(entry) ? entry : [entry, undefined];
  return { severity: severities[String(level)], options: (options as Record<string, unknown> | undefined) ?? {} };
};

/**
 * The rules that a scan reports, as the engines that know no ESLint configuration need them.
 *
 * @param config what `--config` names
 * @param user what the config file changes; throws a UsageError that names a key or a level that does not exist
 */
export function enabledRules(config: 'recommended' | 'all', user: ScanConfig): Map<string, RuleLevel> {
  const enabled = new Map<string, RuleLevel>();
  for (const slug of ruleIds) {
    const { recommended, severity } = entryOf(slug);
    if (config === 'all' || recommended) enabled.set(slug, { severity, dynamic: config === 'all', options: {} });
  }
  for (const [key, entry] of Object.entries(user.rules)) {
    const slug = key.startsWith(namespace) ? key.slice(namespace.length) : undefined;
    if (slug === undefined || !isRuleId(slug))
      throw new UsageError(`${user.folder}: the config file names "${key}", which is no rule of ${namespace}.`);
    const { severity, options } = levelOf(entry as Linter.RuleEntry);
    if (severity === undefined)
      throw new UsageError(`${user.folder}: the config file gives "${key}" a level that is not off, warn or error.`);
    if (severity === 'off') enabled.delete(slug);
    else {
      const { dynamic } = options;
      enabled.set(slug, { severity, options, dynamic: dynamic === undefined ? enabled.get(slug)?.dynamic === true : dynamic !== 'never' });
    }
  }
  return enabled;
}

/** Whether any of these asks for what `recommended` leaves out: the second half of the Semgrep pack. */
export const needsOptIn = (levels: readonly ReadonlyMap<string, RuleLevel>[]): boolean =>
  levels.some(rules =>
    [...rules].some(
      ([slug, { dynamic }]) => dynamic || (isRuleId(slug) && !entryOf(slug).recommended && realLanguages(slug).includes('py')),
    ),
  );
