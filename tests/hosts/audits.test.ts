import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { suiteFolder } from '../scan/workspace.js';

const repository = path.resolve(import.meta.dirname, '../..');
const page = readFileSync(path.join(repository, 'docs/ci.md'), 'utf8');

/** What the service knows about `picocolors` and about `idna`. */
let severity: string | undefined;

const ofNpm = (): object => ({
  // npm remembers what it was told under an id.
  picocolors: [
    {
      id: severity === 'high' ? 1 : 2,
      url: 'https://example.com/flaw',
      title: 'A flaw',
      severity,
      vulnerable_versions: '<2',
      cwe: [],
      cvss: {},
    },
  ],
});
const ofPython = (): object => ({
  vulns: [
    {
      ...{ id: 'PYSEC-1', summary: 'A flaw', details: 'A flaw.', published: '2026-01-01T00:00:00Z', aliases: [] },
      affected: [
        { package: { name: 'idna', ecosystem: 'PyPI' }, ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '4' }] }] },
      ],
    },
  ],
});

/** Answers the audits of npm and of pip-audit as the registry of npm and https://osv.dev do. */
const service = createServer((request, response) => {
  const answers: Record<string, () => object> = {
    '/-/npm/v1/security/advisories/bulk': ofNpm,
    '/picocolors': () => ({ name: 'picocolors', 'dist-tags': { latest: '1.1.1' }, versions: { '1.1.1': { version: '1.1.1', dist: {} } } }),
    '/v1/query': () => (severity === undefined ? {} : ofPython()),
  };
  const answer = answers[request.url ?? ''];
  request.resume().on('end', () => {
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer?.() ?? {}));
  });
});

const folder = suiteFolder({
  'package.json': '{ "private": true, "dependencies": { "picocolors": "1.1.1" } }',
  'package-lock.json': JSON.stringify({
    lockfileVersion: 3,
    requires: true,
    packages: { '': { dependencies: { picocolors: '1.1.1' } }, 'node_modules/picocolors': { version: '1.1.1' } },
  }),
  'requirements.txt': 'idna==3.10\n',
});

const outer = /^(?:npm_|INIT_CWD|PIP_AUDIT)/i;

/** Runs a command of the page as a shell does, and what is put behind it. */
const run = (command: string, ...more: string[]): Promise<{ code: number | null; output: string }> => {
  const address = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !outer.test(name))),
    PATH: [path.join(repository, '.venv/bin'), process.env.PATH].join(path.delimiter),
    npm_config_registry: address,
    npm_config_cache: path.join(folder, 'cache'),
    PIP_AUDIT_VULNERABILITY_SERVICE: 'osv',
    PIP_AUDIT_OSV_URL: `${address}/v1/query`,
    NO_PROXY: '127.0.0.1',
  };
  const [program = '', ...args] = [...command.split(' '), ...more];
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += String(chunk)));
    child.on('error', reject).on('close', code => resolve({ code, output }));
  });
};

beforeAll(() => new Promise<void>(resolve => service.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise(resolve => service.close(resolve)));

describe("the page's audit of npm packages", () => {
  const command = /- run: (npm audit [^\n]*)/.exec(page)?.[1] ?? '';

  test.each([
    ['passes where what is known is less than high', 'moderate', 0],
    ['fails where something of a high severity is known', 'high', 1],
  ])('%s', async (_, known, expected) => {
    severity = known;
    const { code, output } = await run(command);
    expect(code, output).toBe(expected);
    expect(output).toContain(`Severity: ${known}`);
  });
});

describe("the page's audit of Python packages", () => {
  const command = /- run: (pip-audit [^\n]*)/.exec(page)?.[1] ?? '';

  test.each([
    ['passes where nothing is known', undefined, 0],
    ['fails where something is known', 'high', 1],
  ])('%s', async (_, known, expected) => {
    severity = known;
    // Without these pip first installs what is named, which takes most of a minute.
    const { code, output } = await run(command, '--disable-pip', '--no-deps');
    expect(code, output).toBe(expected);
    expect(output).toContain(known === undefined ? 'No known vulnerabilities found' : 'PYSEC-1');
  });

  test('is by the version that the tests have', () => {
    expect(readFileSync(path.join(repository, 'requirements-dev.in'), 'utf8')).toContain(/pip-audit==[\d.]+/.exec(page)?.[0]);
  });
});
