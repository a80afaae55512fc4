import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { version } from '../../lib/manifest.js';

const repository = path.resolve(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(path.join(repository, name), 'utf8');
const page = read('docs/ci.md');

interface Workflow {
  jobs: Record<string, { steps: { run?: string; uses?: string; if?: string; with?: Record<string, string> }[] }>;
}
type Pipeline = Record<string, { script: string[]; artifacts: { reports: Record<string, string> } }>;

const blocks = (info: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${info}\n([^]*?)^\`\`\`$`, 'gm'))].map(([, text = '']) => text);
const workflows = blocks('yaml github').map(text => parse(text) as Workflow);
const pipelines = blocks('yaml gitlab').map(text => parse(text) as Pipeline);

/** What the page tells a shell to do, job by job, in the order of the page. */
const jobs: [string, string[]][] = [
  ...workflows.flatMap(workflow => Object.values(workflow.jobs).map(({ steps }) => steps.flatMap(({ run }) => run ?? []))),
  ...pipelines.flatMap(pipeline => Object.values(pipeline).map(({ script }) => script)),
  ...blocks('sh job').map(text => [text]),
].map((steps, index) => [['SARIF', 'annotations', 'ESLint', 'Semgrep', 'code quality', 'SAST', 'shell'][index] ?? 'unknown', steps]);

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'lambda-security-ci-')));
const [project, programs, home] = ['project', 'programs', 'home'].map(name => path.join(folder, name)) as [string, string, string];
let tarball = '';

const outer = /^(npm_|INIT_CWD|VITEST|NODE_ENV|LAMBDA_|GIT_|SEMGREP)/i;
const env: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !outer.test(name))),
  PATH: [programs, path.join(repository, '.venv/bin'), process.env.PATH].join(path.delimiter),
  SEMGREP_SEND_METRICS: 'off',
};

const vulnerable = {
  'handler.js': "import { exec } from 'node:child_process';\nexport const handler = async event => exec('ls ' + event.file);\n",
  'app.py': 'import os\ndef handler(event, context):\n    os.system("ls " + event["file"])\n',
};
const safe = {
  'handler.js': "import { execFile } from 'node:child_process';\nexport const handler = async event => execFile('ls', [event.file]);\n",
  'app.py': 'import subprocess\ndef handler(event, context):\n    subprocess.run(["ls", event["file"]])\n',
};
const write = (files: Record<string, string>) => {
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(project, name), text);
};

/**
 * Stands for a program of the machine that CI brings: takes the arguments of the page and refuses any others. Both audits are among them,
 * because they ask services that mirrors of the registries lack: `audits.test.ts` runs them, against a service of its own.
 */
const stub = (name: string, accepted: string, rest = 'exit 9') => {
  const file = path.join(programs, name);
  writeFileSync(file, `#!/bin/sh\ncase "$*" in\n${accepted}\n*) ${rest} ;;\nesac\n`);
  chmodSync(file, 0o755);
};

/** Runs a job's steps as CI does: each in a shell of its own, until one fails. */
const runJob = (name: string): { code: number; output: string } => {
  const steps = jobs.find(([each]) => each === name)?.[1] ?? [];
  let output = '';
  for (const step of steps) {
    const text = step.replaceAll(`eslint-plugin-lambda-security@${version}`, tarball);
    const ran = spawnSync('bash', ['-eo', 'pipefail', '-c', text], { cwd: project, env: { ...env, HOME: home }, encoding: 'utf8' });
    output += ran.stdout + ran.stderr;
    if (ran.status !== 0) return { code: ran.status ?? -1, output };
  }
  return { code: steps.length > 0 ? 0 : -1, output };
};
const written = (name: string) => readFileSync(path.join(project, name), 'utf8');

test('the page names the versions of this package and of Semgrep', () => {
  const ownVersions = [...page.matchAll(/eslint-plugin-lambda-security@([\d.]+)/g)].map(([, each]) => each);
  expect(new Set(ownVersions)).toEqual(new Set([version]));
  const semgrep = /^semgrep==.*$/m.exec(read('requirements.in'))?.[0];
  expect(new Set([page, read('README.md')].join('').match(/semgrep==[\d.]+/g))).toEqual(new Set([semgrep]));
});

test('reports are uploaded under the name that they are written to', () => {
  const uploads = workflows
    .flatMap(({ jobs: each }) => Object.values(each))
    .flatMap(({ steps }) => steps.filter(step => step.if === 'always()'));
  expect(uploads.map(step => step.with)).toEqual([{ sarif_file: 'lambda-security.sarif' }]);
  for (const { script, artifacts } of pipelines.flatMap(each => Object.values(each)))
    expect(script.at(-1)).toContain(`--output ${Object.values(artifacts.reports)[0]}`);
});

describe("every job's shell steps, on a project with a finding in each language", { timeout: 300_000 }, () => {
  beforeAll(() => {
    for (const each of [project, programs, home]) mkdirSync(each);
    const npm = execFileSync('which', ['npm'], { env, encoding: 'utf8' }).trim();
    const semgrep = process.env.SEMGREP_PATH ?? execFileSync('which', ['semgrep'], { env, encoding: 'utf8' }).trim();
    const pinned = /semgrep==[\d.]+/.exec(page)?.[0] ?? '';
    stub('pip', `"install ${pinned}"|"install ${pinned} pip-audit==2.10.1") ;;`);
    stub('pip-audit', '"--strict -r requirements.txt") ;;');
    stub('apt-get', '"update -qq"|"install -yqq pipx") ;;');
    stub('pipx', `"install ${pinned}") mkdir -p ${home}/.local/bin && ln -sf ${programs}/semgrep ${home}/.local/bin/semgrep ;;`);
    // Semgrep itself runs in its own job; where it is the scan that runs it, what it would print is enough, and far quicker.
    const finding = {
      ...{ check_id: 'no-command-injection', path: 'app.py', start: { line: 3, col: 15 }, end: { line: 3, col: 36 } },
      extra: { message: 'm', severity: 'ERROR', metadata: { slug: 'no-command-injection', tier: 'tainted' } },
    };
    const report = (results: object[]) => `echo '${JSON.stringify({ results, errors: [], paths: { scanned: ['app.py'] } })}'`;
    const canned = `if grep -q os.system app.py; then ${report([finding])}; else ${report([])}; fi`;
    stub('semgrep', `--version*) echo 1.172.0 ;;\n*package/dist/semgrep-rules/python.json*) exec ${semgrep} "$@" ;;`, canned);
    // The second `npm ci` of a machine would only do the same again.
    stub('npm', `"audit --audit-level=high") ;;\nci) [ -d node_modules ] || exec ${npm} ci ;;`, `exec ${npm} "$@"`);

    const packed = execFileSync(npm, ['pack', '--silent', '--pack-destination', folder], { cwd: repository, env, encoding: 'utf8' });
    tarball = path.join(folder, packed.trim().split('\n').at(-1) ?? '');
    const devDependencies = { eslint: '^10.0.0', 'eslint-plugin-lambda-security': `file:${tarball}` };
    write({
      ...vulnerable,
      'package.json': JSON.stringify({ private: true, type: 'module', devDependencies }),
      'requirements.txt': '',
      'eslint.config.js':
        "import lambdaSecurity from 'eslint-plugin-lambda-security';\nexport default lambdaSecurity.configs.recommended;\n",
    });
    execFileSync(npm, ['install', '--package-lock-only', '--no-audit', '--no-fund'], { cwd: project, env, stdio: 'pipe' });
  }, 300_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }), 120_000);

  test('SARIF: one file with the findings of both engines, and a job that fails', () => {
    const { code, output } = runJob('SARIF');
    expect(code, output).toBe(1);
    const { runs } = JSON.parse(written('lambda-security.sarif')) as { runs: { results: { locations: object[] }[] }[] };
    // The third run is of what ships around the code: here a package.json without findings.
    expect(runs.map(({ results }) => results.length)).toEqual([1, 1, 0]);
  });

  test('annotations: a line for each finding', () => {
    const { code, output } = runJob('annotations');
    expect(code, output).toBe(1);
    expect(output).toMatch(/^::error file=app\.py,line=3[^]*^::error file=handler\.js,line=2/m);
  });

  test('ESLint: by the configuration of the project', () => {
    const { code, output } = runJob('ESLint');
    expect(code, output).toBe(1);
    expect(output).toContain('lambda-security/no-command-injection');
  });

  test('Semgrep: with the pack out of the package', () => {
    const { code, output } = runJob('Semgrep');
    expect(code, output).toBe(1);
    expect(output).toMatch(/app\.py\n.*no-command-injection/);
  });

  test('code quality: the findings of both engines', () => {
    const { code, output } = runJob('code quality');
    expect(code, output).toBe(1);
    expect(existsSync(path.join(home, '.local/bin/semgrep'))).toBe(true);
    expect(JSON.parse(written('gl-code-quality-report.json'))).toMatchObject([
      { location: { path: 'app.py' } },
      { location: { path: 'handler.js' } },
    ]);
  });

  test('SAST: the findings in JavaScript', () => {
    const { code, output } = runJob('SAST');
    expect(code, output).toBe(1);
    expect(JSON.parse(written('gl-sast-report.json'))).toMatchObject({ vulnerabilities: [{ location: { file: 'handler.js' } }] });
  });

  test('the plain git hook stops what is staged, and lets through what is mended', () => {
    const hook = path.join(project, '.git/hooks/pre-commit');
    const git = (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: project, env, encoding: 'utf8' });
    git('init', '--quiet');
    writeFileSync(hook, blocks('sh hook')[0] ?? '');
    chmodSync(hook, 0o755);
    git('add', 'handler.js');
    const stopped = git('commit', '-m', 'bad');
    expect(stopped.status).toBe(1);
    expect(stopped.stderr).toContain('1 finding (1 error) in 1 file.');
    write(safe);
    git('add', 'handler.js');
    const passed = git('commit', '-m', 'good');
    expect(passed.status, passed.stderr).toBe(0);
  });

  test('shell: a mended project passes', () => {
    write(safe);
    const { code, output } = runJob('shell');
    expect(code, output).toBe(0);
    expect(written('lambda-security.xml')).toContain('failures="0"');
  });
});
