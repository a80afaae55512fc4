import { describe, expect, test } from 'vitest';
import { fakeSemgrep, found, runScan, workspace } from './workspace.js';

const vulnerable = 'exec(event.a);\n';
const rule = 'lambda-security/no-command-injection';
const json = (value: unknown): string => JSON.stringify(value);

describe('lambda-security.config', () => {
  test('rules in ESLint’s shapes: switched off, and with another severity', async () => {
    const rules = { [rule]: 'off', 'lambda-security/no-event-logging': ['error'] };
    const cwd = workspace({ 'lambda-security.config.json': json({ rules }), 'a.js': `${vulnerable}log(event);\n` });
    expect((await runScan(cwd, [])).findings).toMatchObject([{ rule: 'no-event-logging', severity: 'error' }]);
  });

  test('the same rules hold for Python, for each PATH by its own config', async () => {
    const cwd = workspace({
      'off/lambda-security.config.json': json({ rules: { [rule]: 0 } }),
      'off/a.py': 'os.system(x)\n',
      'warn/lambda-security.config.json': json({ rules: { [rule]: 'warn' } }),
      'warn/a.py': 'os.system(x)\n',
      'without/a.py': 'os.system(x)\n',
    });
    const files = ['off/a.py', 'warn/a.py', 'without/a.py'];
    const at = { start: { line: 1, col: 1 }, end: { line: 1, col: 13 } };
    const extra = { message: 'm', severity: 'ERROR', metadata: { slug: 'no-command-injection', tier: 'tainted' } };
    const results = files.map(file => ({ check_id: 'no-command-injection', path: file, ...at, extra }));
    const semgrep = fakeSemgrep(`echo '${json({ results, errors: [], paths: { scanned: files } })}'`);
    const report = await runScan(cwd, ['off', 'warn', 'without'], { env: { ...process.env, SEMGREP_PATH: semgrep } });
    expect(report.failures).toEqual([]);
    expect(report.findings.map(({ file, severity }) => `${report.nameOf(file)} ${severity}`)).toEqual([
      'warn/a.py warning',
      'without/a.py error',
    ]);
  });

  test('exclude counts from the folder of the config file', async () => {
    const cwd = workspace({
      'lambda-security.config.json': json({ exclude: ['/src/legacy/'] }),
      'src/legacy/a.js': vulnerable,
      'src/b.js': vulnerable,
    });
    expect(found(await runScan(cwd, ['src']))).toEqual(['src/b.js:1 no-command-injection']);
  });

  test('a module is read too', async () => {
    const cwd = workspace({ 'lambda-security.config.mjs': `export default { rules: { '${rule}': 'warn' } };`, 'a.js': vulnerable });
    expect((await runScan(cwd, [])).findings).toMatchObject([{ severity: 'warning' }]);
  });

  test('each PATH has the nearest config of its own', async () => {
    const cwd = workspace({
      'one/lambda-security.config.json': json({ rules: { [rule]: 'off' } }),
      'one/a.js': vulnerable,
      'two/a.js': vulnerable,
    });
    expect(found(await runScan(cwd, ['one', 'two']))).toEqual(['two/a.js:1 no-command-injection']);
  });

  test('--settings names one for all', async () => {
    const cwd = workspace({
      'strict.json': json({ rules: { [rule]: 'warn' } }),
      'lambda-security.config.json': json({ rules: { [rule]: 'off' } }),
      'a.js': vulnerable,
    });
    expect((await runScan(cwd, ['--settings', 'strict.json'])).findings).toMatchObject([{ severity: 'warning' }]);
  });

  test.each([
    ['no JSON', { 'lambda-security.config.json': '{' }, 'lambda-security.config.json: '],
    ['an array', { 'lambda-security.config.json': '[]' }, 'must hold an object'],
    ['an unknown key', { 'lambda-security.config.json': json({ rule: {} }) }, '"rule" is not one of'],
    ['an exclude that is no list', { 'lambda-security.config.json': json({ exclude: 'src' }) }, '"exclude" must be an array'],
    ['a rule of another plugin', { 'lambda-security.config.json': json({ rules: { 'no-eval': 'error' } }) }, '"no-eval"'],
    ['a rule that does not exist', { 'lambda-security.config.json': json({ rules: { 'lambda-security/no-such': 'error' } }) }, 'no-such'],
    ['a level that does not exist', { 'lambda-security.config.json': json({ rules: { [rule]: 'fatal' } }) }, 'not off, warn or error'],
    [
      'options that do not fit',
      { 'lambda-security.config.json': json({ rules: { [rule]: ['error', 'x'] } }) },
      'configuration of the scan is not valid',
    ],
    ['a module that throws', { 'lambda-security.config.mjs': 'throw new Error("broken");' }, 'broken'],
    ['two files', { 'lambda-security.config.json': '{}', 'lambda-security.config.mjs': 'export default {};' }, 'keep one'],
  ])('a broken one is told in a line: %s', async (_, files, message) => {
    await expect(runScan(workspace({ ...files, 'a.js': vulnerable }), [])).rejects.toThrow(message);
  });

  test('one that --settings names and that does not exist', async () => {
    await expect(runScan(workspace({ 'a.js': vulnerable }), ['--settings', 'gone.json'])).rejects.toThrow('there is no such file');
  });
});
