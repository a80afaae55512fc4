import { isMap, parseDocument } from 'yaml';
import { name as packageName, version } from '../manifest.js';
import { semgrepPackage } from '../scan/find-semgrep.js';
import type { Project } from './project.js';
import type { Step } from './step.js';

const workflow = '.github/workflows/lambda-security.yml';
const pipeline = '.gitlab-ci.yml';

/** The scan as a shell command, by hand and in a job, and what must run before it on another machine. */
export const scanCommands = ({
  packageManager,
  languages,
  isBeyondParser,
}: Project): Record<'scan' | 'scanInJob', string> & { install: string[] } => {
  const { install, run, runInJob } = packageManager;
  // Where there are scripts, init installs the package. A TypeScript that the parser does not know must not be beside it.
  if (!isBeyondParser && (languages.has('js') || languages.has('ts')))
    return { install: [install], scan: `${run} lambda-security scan`, scanInJob: `${runInJob} lambda-security scan` };
  const parser = isBeyondParser ? '-p @typescript-eslint/parser@8 -p typescript@6 ' : '';
  const scan = `npx --yes -p ${packageName}@${version} ${parser}lambda-security scan`;
  return { install: [], scan, scanInJob: scan };
};

const githubJob = (project: Project): string => {
  const { install, scanInJob } = scanCommands(project);
  const { name } = project.packageManager;
  const corepack = install.length > 0 && (name === 'pnpm' || name === 'yarn') ? ['      - run: corepack enable'] : [];
  const bun = install.length > 0 && name === 'bun' ? ['      - uses: oven-sh/setup-bun@v2'] : [];
  const python = project.languages.has('py')
    ? ['      - uses: actions/setup-python@v6', "        with: { python-version: '3.12' }", `      - run: pip install ${semgrepPackage}`]
    : [];
  return [
    'name: lambda-security',
    'on:',
    '  push:',
    `    branches: [${project.mainBranch}]`,
    '  pull_request:',
    'permissions:',
    '  contents: read',
    'jobs:',
    '  scan:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: actions/checkout@v5',
    '      - uses: actions/setup-node@v5',
    "        with: { node-version: '22' }",
    ...bun,
    ...corepack,
    ...python,
    ...install.map(command => `      - run: ${command}`),
    `      - run: ${scanInJob} --format github`,
    '',
  ].join('\n');
};

const gitlabJob = (project: Project): string => {
  const { install, scanInJob } = scanCommands(project);
  const python = project.languages.has('py') ? ['apt-get update -qq && apt-get install -yqq pipx', `pipx install ${semgrepPackage}`] : [];
  const { name } = project.packageManager;
  const corepack = install.length === 0 || name === 'npm' ? [] : name === 'bun' ? ['npm install --global bun'] : ['corepack enable'];
  return [
    'lambda-security:',
    '  image: node:22',
    '  script:',
    ...[...python, ...corepack, ...install].map(command => `    - ${command}`),
    `    - ${python.length > 0 ? 'SEMGREP_PATH=~/.local/bin/semgrep ' : ''}${scanInJob} --format gitlab --output gl-code-quality-report.json`,
    '  artifacts:',
    '    when: always',
    '    reports:',
    '      codequality: gl-code-quality-report.json',
    '',
  ].join('\n');
};

/** The job that runs the scan, where the project's host is known. */
export function ciSteps(project: Project): Step[] {
  const { host, languages, read } = project;
  if (languages.size === 0 || host === undefined) return [];
  if (host === 'github') return read(workflow) === undefined ? [{ kind: 'write', file: workflow, text: githubJob(project) }] : [];
  const text = read(pipeline);
  const job = gitlabJob(project);
  if (text === undefined) return [{ kind: 'write', file: pipeline, text: job }];
  if (text.includes('lambda-security')) return [];
  const { contents, errors } = parseDocument(text, { logLevel: 'silent' });
  if (errors.length > 0 || !isMap(contents) || contents.flow) {
    return [{ kind: 'tell', text: `${pipeline} has a form that init does not change. Add this job:\n${job}` }];
  }
  return [{ kind: 'amend', file: pipeline, text: `${text.trimEnd()}\n\n${job}`, added: job }];
}
