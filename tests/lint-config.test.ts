import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint();
const rulesAgainst = async (filePath: string, code: string) => {
  const [result] = await eslint.lintText(code, { filePath });
  return result?.messages.map(({ ruleId, message }) => ruleId ?? message);
};

describe('import directions', () => {
  const direction = ['local/import-directions'];

  it.each([
    ['the engine imports no models', 'lib/flow/new.ts', "import { kinds } from '../models/kinds.js';"],
    ['the engine imports no models by way of their folder either', 'lib/flow/deep/new.ts', "export * from '../../models/index.js';"],
    ['a model imports no code of the engine', 'lib/models/npm/new.ts', "import { join } from '../../flow/state.js';"],
    ['handlers know no analysis', 'lib/handlers/new.ts', "import { analyse } from '../analysis/analyse.js';"],
    ['the analysis knows no rule', 'lib/analysis/new.ts', "import { report } from '../rule/report.js';"],
    ['what makes rules does not see them all', 'lib/rule/new.ts', "import { rules } from '../../rules/index.js';"],
    ['a rule does not see the others', 'rules/no-new.ts', "import { rules } from './index.js';"],
    ['a dynamic import is an import', 'lib/flow/new.ts', "export const load = () => import('../models/index.js');"],
  ])('%s', async (_, file, code) => {
    expect(await rulesAgainst(file, code)).toEqual(direction);
  });

  it.each([
    ['anyone may read the catalogue', 'lib/rule/new.ts', "import { entryOf } from '../../rules/catalogue.js';"],
    ['a model may import types of the engine', 'lib/models/npm/new.ts', "import type { Value } from '../../flow/value.js';"],
    ['a rule may use what makes rules', 'rules/no-new.ts', "import { define } from '../lib/rule/define.js';"],
    ['the analysis may use models and the engine', 'lib/analysis/new.ts', "import { models } from '../models/index.js';"],
    ['the scan may see every rule', 'lib/scan/new.ts', "import { rules } from '../../rules/index.js';"],
  ])('%s', async (_, file, code) => {
    expect(await rulesAgainst(file, code)).toEqual([]);
  });
});

describe('names of rules', () => {
  it('do not stand in lib, not even inside a longer text', async () => {
    expect(await rulesAgainst('lib/rule/new.ts', "export const special = 'no-ssrf';")).toEqual(['local/no-slugs']);
    expect(await rulesAgainst('lib/scan/new.ts', 'export const text = `see no-ssrf.`;')).toEqual(['local/no-slugs']);
  });

  it('may stand in sync, and a longer word is not a name', async () => {
    expect(await rulesAgainst('lib/sync/new.ts', "export const special = 'no-ssrf';")).toEqual([]);
    expect(await rulesAgainst('lib/rule/new.ts', "export const other = 'no-ssrf-here';")).toEqual([]);
  });
});

describe('sizes', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, at) => `export const a${at} = ${at};`).join('\n');

  it('limit a rule to 80 lines and a file of lib to 300', async () => {
    expect(await rulesAgainst('rules/no-new.ts', lines(80))).toEqual([]);
    expect(await rulesAgainst('rules/no-new.ts', lines(81))).toEqual(['max-lines']);
    expect(await rulesAgainst('lib/scan/new.ts', lines(300))).toEqual([]);
    expect(await rulesAgainst('lib/scan/new.ts', lines(301))).toEqual(['max-lines']);
  });

  it('do not limit the catalogue', async () => {
    expect(await rulesAgainst('rules/catalogue.ts', lines(400))).toEqual([]);
  });
});
