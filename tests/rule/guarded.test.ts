import type { Rule } from 'eslint';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startCollecting, stopCollecting } from '../../lib/rule/collecting.js';
import { guarded, isWanted } from '../../lib/rule/guarded.js';
import { takeInternalErrors } from '../../lib/rule/internal-errors.js';
import { SettingsError } from '../../lib/settings-checks.js';

const context = { filename: 'handler.js' } as Rule.RuleContext;
const fail = (error: unknown) => (): never => {
  throw error;
};

describe('a rule that goes wrong inside', () => {
  beforeEach(() => {
    vi.stubEnv('LAMBDA_SECURITY_STRICT', '');
    takeInternalErrors();
    startCollecting();
  });
  afterEach(() => {
    stopCollecting();
    vi.unstubAllEnvs();
  });

  it('ends without a word to ESLint, and is kept with its file and its stack', () => {
    guarded('a-rule', context, fail(new Error('odd tree')))();
    expect(takeInternalErrors()).toEqual([
      { file: 'handler.js', rule: 'a-rule', stack: expect.stringContaining('Error: odd tree') as string },
    ]);
  });

  it('looks at no file whose first test failed', () => {
    expect(isWanted('a-rule', context, fail(new Error('odd text')))).toBe(false);
    expect(takeInternalErrors()).toHaveLength(1);
  });

  it('keeps what is thrown that is no error', () => {
    guarded('a-rule', context, fail('words'))();
    expect(takeInternalErrors()).toMatchObject([{ stack: 'words' }]);
  });

  it('throws a wrong setting, which is the user’s to mend', () => {
    expect(() => isWanted('a-rule', context, fail(new SettingsError('settings: wrong')))).toThrow('settings: wrong');
    expect(takeInternalErrors()).toEqual([]);
  });

  it('throws everything where it is told to be strict', () => {
    vi.stubEnv('LAMBDA_SECURITY_STRICT', '1');
    expect(() => guarded('a-rule', context, fail(new Error('odd tree')))()).toThrow('odd tree');
  });
});
