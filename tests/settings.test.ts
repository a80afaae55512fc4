import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../lib/index.js';
import { models } from '../lib/models/index.js';
import { settingsOf, type Settings } from '../lib/settings.js';

const page = readFileSync(path.join(import.meta.dirname, '../docs/models.md'), 'utf8');
const [config = '', reported = '', quiet = ''] = [...page.matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);

/** The settings of the page's config, as ESLint would read them. */
const ownPackage = config.replace(/^import .*$/m, 'const lambdaSecurity = { configs: { recommended: [] } };');
const configOfPage = (await import(`data:text/javascript,${encodeURIComponent(ownPackage)}`)) as {
  default: readonly { settings: { 'lambda-security': Settings } }[];
};
const settingsOfPage = (): Settings => configOfPage.default[0]!.settings['lambda-security'];

const lint = (code: string, settings: unknown, filename = 'handler.js'): string[] =>
  new Linter({ configType: 'flat' })
    .verify(code, [...plugin.configs.recommended, { settings: { 'lambda-security': settings } }] as Linter.Config[], { filename })
    .map(({ ruleId, line, message }) => `${line} ${ruleId ?? message}`);

describe('the worked example of docs/models.md', () => {
  it('reports what it says is reported, once', () => {
    expect(lint(reported, settingsOfPage())).toEqual(['8 lambda-security/no-sql-injection']);
  });

  it('is silent on what it says is not', () => {
    expect(lint(quiet, settingsOfPage())).toEqual([]);
  });

  it('reports nothing where the library that passes data on is not known', () => {
    const { models = [], ...rest } = settingsOfPage();
    expect(lint(reported, { ...rest, models: models.map(({ summaries: _, ...model }) => model) })).toEqual([]);
  });

  it('says nothing of either without the settings', () => {
    expect(lint(reported + quiet.replace(/^import.*$|^const db.*$/gm, ''), {})).toEqual([]);
  });

  it.each([
    ['the guard', (settings: Settings) => ({ ...settings, models: settings.models?.map(({ guards: _, ...rest }) => rest) })],
    ['the trusted field', ({ events: _, ...settings }: Settings) => settings],
  ])('reports the second without %s', (_, without) => {
    expect(lint(quiet, without(settingsOfPage()))).toEqual(['9 lambda-security/no-sql-injection']);
  });
});

describe('handlers by name', () => {
  const code =
    "import { exec } from 'node:child_process';\nexport const run = async (job, more, third, fourth, fifth) => { exec(job.name); };\n";

  it('are handlers in the file that is named', () => {
    expect(lint(code, { handlers: ['src/jobs/nightly.run'] }, 'src/jobs/nightly.js')).toEqual(['2 lambda-security/no-command-injection']);
  });

  it('are handlers in any file, without a path', () => {
    expect(lint(code, { handlers: ['run'] })).toEqual(['2 lambda-security/no-command-injection']);
  });

  it('are none in another file, nor under another name', () => {
    const tiers = lint(code, { handlers: ['src/jobs/nightly.run', 'start'] }, 'src/jobs/daily.js');
    expect(tiers).toEqual([]);
  });
});

describe('a new event', () => {
  const models = [{ module: '@acme/bus', handlers: [{ path: 'Member[on].Argument[0]', event: 'AcmeOrder' }] }];
  const code = (field: string) =>
    `import { on } from '@acme/bus';\nimport { exec } from 'node:child_process';\nexport const orders = on(async message => { exec(message.${field}); });\n`;
  const events = {
    AcmeOrder: { fields: { id: { trust: 'trusted' }, note: { trust: 'controlled', label: 'the note of the order' } }, rest: 'trusted' },
  };

  it('has the fields that its sender controls, and a label', () => {
    const [message] = new Linter({ configType: 'flat' }).verify(code('note'), [
      ...plugin.configs.recommended,
      { settings: { 'lambda-security': { models, events } } },
    ] as Linter.Config[]);
    expect(message?.message).toContain('the note of the order, message.note');
  });

  it('has those that it does not', () => {
    expect(lint(code('id'), { models, events })).toEqual([]);
  });
});

describe('the shape of settings', () => {
  it('is that of every model of the rules', () => {
    for (const model of models) expect(() => settingsOf({ 'lambda-security': { models: [model] } })).not.toThrow();
  });
});

describe('a wrong setting is one error that names the key', () => {
  const sink = (entry: unknown) => ({ models: [{ module: 'a', sinks: [entry] }] });
  it.each([
    ['a list', [], ': an array is not an object'],
    ['an unknown key', { model: [] }, ': "model" is not one of models, events, handlers'],
    ['models that are no list', { models: {} }, '.models: an object is not an array'],
    ['a model without a module', { models: [{ sinks: [] }] }, '.models[0]: needs either "module" or "global"'],
    ['a model with both', { models: [{ module: 'a', global: 'b' }] }, '.models[0]: needs either'],
    ['a sink without a kind', sink({ path: 'Member[a]' }), '.models[0].sinks[0]: "kind" is missing'],
    ['a misspelt kind', sink({ path: 'Member[a]', kind: 'slq' }), '.models[0].sinks[0].kind: "slq" is not one of "command", "code"'],
    ['a path with an unknown step', sink({ path: 'Memder[a]', kind: 'sql' }), '.models[0].sinks[0].path: Unknown step Memder'],
    ['a path that is no path', sink({ path: 'a b', kind: 'sql' }), '.models[0].sinks[0].path: Cannot read the access path a b'],
    [
      'a condition on nothing',
      sink({ path: '', kind: 'sql', when: { argument: 0, is: 'red' } }),
      '.models[0].sinks[0].when.is: "red" is not one of',
    ],
    [
      'a trust that there is not',
      { events: { SQSEvent: { fields: { body: { trust: 'yes' } } } } },
      '.events["SQSEvent"].fields["body"].trust: "yes"',
    ],
    ['a handler that is no text', { handlers: [1] }, '.handlers[0]: 1 is not a text'],
    ['an event that no one knows', { models: [{ module: 'a', handlers: [{ path: '', event: 'X' }] }] }, '.models: no event is called "X"'],
  ])('%s', (_, settings, message) => {
    expect(() => lint('export const a = 1;', settings)).toThrow(`settings["lambda-security"]${message}`);
  });
});
