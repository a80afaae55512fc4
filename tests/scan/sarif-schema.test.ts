import { createRequire } from 'node:module';
import Ajv from 'ajv';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { formatSarif } from '../../lib/scan/format-sarif.js';
import { redactedSource } from '../../lib/scan/redacted-source.js';
import { fakeSemgrep, runScan, workspace } from './workspace.js';

const require = createRequire(import.meta.url);

/** The standard's own schema, as Microsoft's test package ships it. */
const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as { id: string };
const ajv = new Ajv({ schemaId: 'auto', allErrors: true, meta: false });
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json') as object);
const validate = ajv.compile(schema);
const errorsOf = (log: unknown) => (validate(log) ? [] : validate.errors?.map(({ dataPath, message }) => `${dataPath} ${message}`));

const files = {
  'src/ü a.js':
    'exec(event.a);\nlog(event);\n// eslint-disable-next-line lambda-security/no-command-injection -- a constant\nexec(event.b);\n',
  'broken.js': 'const = 1;\n',
  'b.py': 'x\n',
};

/** Everything that a log can hold: both engines, flows, a suppression, a warning and a failure. */
const log = async (): Promise<Log> => {
  const env = { ...process.env, SEMGREP_PATH: fakeSemgrep('exit 3') };
  return JSON.parse(formatSarif(await runScan(workspace(files), ['.', 'gone'], { env }), redactedSource())) as Log;
};

describe('the SARIF log', () => {
  test('is valid by the schema of the standard', async () => {
    const written = await log();
    expect(errorsOf(written)).toEqual([]);
    expect(written.runs.map(({ results }) => results?.length)).toEqual([3, 0]);
  });

  test('the schema refuses what is no log, so that the test above means something', async () => {
    const written = await log();
    const result = { ...written.runs[0]?.results?.[0], level: 'critical', place: 1 };
    expect(errorsOf({ ...written, runs: [{ ...written.runs[0], results: [result] }] })).toEqual([
      '.runs[0].results[0] should NOT have additional properties',
      '.runs[0].results[0].level should be equal to one of the allowed values',
    ]);
  });

  test('a log of no findings is valid too', async () => {
    expect(errorsOf(JSON.parse(formatSarif(await runScan(workspace({ 'a.js': '' }), []), redactedSource())))).toEqual([]);
  });

  test('two runs over the same code write the same fingerprints', async () => {
    const prints = async () => (await log()).runs[0]?.results?.map(({ partialFingerprints }) => partialFingerprints);
    const first = await prints();
    expect(first).toHaveLength(3);
    expect(await prints()).toEqual(first);
  });
});
