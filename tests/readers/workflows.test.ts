import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BrokenFileError } from '../../lib/readers/file-reader.js';
import { workflowReader } from '../../lib/readers/workflow-reader.js';
import { workspace } from '../scan/workspace.js';
import { foundIn } from './annotated.js';

const head = ['name: ship', 'on: push', 'jobs:', '  ship:', '    runs-on: ubuntu-latest', '    steps:'];
/** A workflow of GitHub with these steps. */
const github = (...steps: string[]): string =>
  [...head, ...steps.flatMap(step => step.split('\n').map((line, index) => `      ${index === 0 ? '- ' : '  '}${line}`))].join('\n');
const firstStep = head.length + 1;

const found = (name: string, text: string, others: Record<string, string> = {}): string[] => {
  const folder = workspace({ ...others, [name]: text });
  return foundIn(
    workflowReader,
    path.join(folder, name),
    text,
    Object.keys(others).map(other => path.join(folder, other)),
  );
};
const inGithub = (text: string, others?: Record<string, string>): string[] => found('.github/workflows/ship.yml', text, others);
const inGitlab = (text: string, others?: Record<string, string>): string[] => found('.gitlab-ci.yml', text, others);

describe('a workflow of GitHub that deploys without an audit', () => {
  it.each([
    ['with SAM', 'run: sam deploy --no-confirm-changeset'],
    ['with the Serverless Framework', 'run: npx serverless deploy --stage prod'],
    ['by a script that starts it', 'run: npm run sls -- deploy'],
    [
      'by the command line of AWS',
      'run: aws --region eu-west-1 lambda update-function-code --function-name orders --zip-file fileb://a.zip',
    ],
    [
      'a folder with its packages',
      'run: |\n  zip -r a.zip node_modules index.js\n  aws lambda update-function-code --function-name orders --zip-file fileb://a.zip',
    ],
    [
      'sources, to which packages are added later',
      'run: |\n  zip a.zip index.py\n  zip a.zip packages/*\n  aws lambda update-function-code --function-name orders --zip-file fileb://a.zip',
    ],
    [
      'an image that it builds',
      'run: |\n  docker build -t $REPOSITORY:1 .\n  docker push $REPOSITORY:1\n  aws lambda update-function-code --function-name orders --image-uri $REPOSITORY:1',
    ],
    [
      'an archive that it puts into the bucket',
      'run: |\n  aws s3 cp a.zip s3://code/a.zip\n  aws lambda update-function-code --function-name orders --s3-bucket code --s3-key a.zip',
    ],
    ['over several lines', 'run: |\n  npm ci\n  aws lambda \\\n    update-function-code --function-name orders'],
    ['behind another command', 'run: cd api && poetry run chalice deploy'],
    ['with an action', 'uses: aws-actions/aws-lambda-deploy@v1'],
    ['with an action and what it is told', 'uses: serverless/github-action@v3\nwith: { args: deploy --stage prod }'],
    ['with the CDK, where functions are named', 'name: lambda\nrun: npx cdk deploy --all'],
    ['after an audit that cannot fail', 'run: npm audit --audit-level=high || true; sam deploy'],
    ['after an audit of signatures only', 'run: |\n  npm audit signatures\n  sam deploy'],
    ['and turns the audit of npm off', 'run: |\n  npm ci --no-audit\n  sam deploy'],
  ])('is reported: %s', (_, step) => {
    expect(inGithub(github(step)).map(entry => entry.split(':')[0])).toEqual(['unaudited-deployment']);
  });

  it('is reported at the first step that deploys, once', () => {
    expect(inGithub(github('run: npm ci', 'run: sam deploy', 'run: sam deploy'))).toEqual([`unaudited-deployment:${firstStep + 1}`]);
  });

  it('is reported where the audit may fail without a consequence', () => {
    expect(inGithub(github('run: npm audit\ncontinue-on-error: true', 'run: sam deploy'))).toHaveLength(1);
  });

  it('is reported where the audit is switched off', () => {
    expect(inGithub(github('if: false\nrun: npm audit', 'run: sam deploy'))).toHaveLength(1);
  });

  it('is reported where a workflow of the repository deploys for it', () => {
    const text = 'on: push\njobs:\n  ship:\n    uses: ./.github/workflows/reusable.yml\n';
    const reusable = github('run: sam deploy').replace('on: push', 'on: workflow_call');
    expect(inGithub(text, { '.github/workflows/reusable.yml': reusable })).toEqual(['unaudited-deployment:4']);
  });
});

describe('a workflow of GitHub is in order', () => {
  it.each([
    ['npm', 'run: npm audit --audit-level=high'],
    ['Python', 'run: pip-audit --strict -r requirements.txt'],
    ['another package manager', 'run: yarn npm audit --severity high'],
    ['pnpm', 'run: pnpm audit --prod'],
    ['a script that says so', 'run: npm run audit:ci'],
    ['a target that says so', 'run: make audit'],
    ['an action', 'uses: aquasecurity/trivy-action@v1'],
    ['a review of what changes', 'uses: actions/dependency-review-action@v4'],
    ['a program of its own', 'run: npx audit-ci --high'],
    ['behind another command', 'run: cd api && uvx pip-audit'],
  ])('with an audit: %s', (_, step) => {
    expect(inGithub(github(step, 'run: sam deploy'))).toEqual([]);
  });

  it.each([
    ['a rehearsal', 'run: sam deploy --no-execute-changeset'],
    ['a build', 'run: sam build && sam validate'],
    ['a comment', 'run: |\n  # sam deploy\n  npm test'],
    ['a text', 'run: echo "now run sam deploy"'],
    ['a step that is off', 'if: ${{ false }}\nrun: sam deploy'],
    ['pages of a site', 'run: mike deploy --push latest'],
    ['the CDK without a word of functions', 'run: npx cdk deploy Network'],
    ['a list of deployments', 'run: serverless deploy list'],
    ['an action that installs', 'uses: aws-actions/setup-sam@v2'],
    ['an action that only looks', 'uses: serverless/github-action@v3\nwith: { args: info }'],
  ])('without a deployment: %s', (_, step) => {
    expect(inGithub(github(step))).toEqual([]);
  });

  it('where the function is a single source, with which no package comes', () => {
    const step = 'run: |\n  zip a.zip index.py\n  aws lambda update-function-code --function-name orders --zip-file fileb://a.zip';
    expect(inGithub(github(step))).toEqual([]);
  });

  it.each([
    ['an image that stands in the registry', '--image-uri $REPOSITORY:$TAG'],
    ['an archive that stands in the bucket', '--s3-bucket code --s3-key orders.zip'],
  ])('where it builds nothing, and deploys %s', (_, source) => {
    const deploy = `run: |\n  set -e\n  TAG=$(git rev-parse HEAD)\n  aws lambda update-function-code --function-name orders ${source}\n  echo done`;
    const steps = ['uses: actions/checkout@v5', 'uses: aws-actions/configure-aws-credentials@v5', deploy];
    expect(inGithub(github(...steps))).toEqual([]);
    expect(inGithub(github('uses: docker/build-push-action@v6', ...steps))).toHaveLength(1);
    expect(inGithub(github('run: make image', ...steps))).toHaveLength(1);
  });

  it('where another workflow calls it, which may audit first', () => {
    expect(inGithub(github('run: sam deploy').replace('on: push', 'on: { workflow_call: {} }'))).toEqual([]);
  });

  it('where a job runs a workflow of another repository, which may audit', () => {
    expect(inGithub(`${github('run: sam deploy')}\n  checks:\n    uses: example/workflows/.github/workflows/checks.yml@v1\n`)).toEqual([]);
  });

  it('where an action of the repository audits', () => {
    const action = 'runs:\n  using: composite\n  steps:\n    - run: npm audit\n      shell: bash\n';
    expect(inGithub(github('uses: ./.github/actions/check', 'run: sam deploy'), { '.github/actions/check/action.yml': action })).toEqual(
      [],
    );
  });
});

describe('a pipeline of GitLab', () => {
  const job = (...lines: string[]): string => ['ship:', '  script:', ...lines.map(line => `    - ${line}`)].join('\n');

  it.each([
    ['SAM', job('sam deploy')],
    ['several commands', job('npm ci', 'npx sls deploy')],
    ['a list within a list', 'ship:\n  script:\n    - [npm ci, npx sls deploy]'],
    ['a block', 'ship:\n  script:\n    - |\n      npm ci\n      zappa update prod'],
    ['one text', 'ship:\n  script: aws lambda update-function-code --function-name a'],
    ['what runs before', 'ship:\n  before_script: [sam deploy]\n  script: [echo done]'],
    ['a job that others extend', '.ship:\n  script: [sam deploy]\nprod:\n  extends: .ship'],
    ['an audit that may fail', `audit:\n  allow_failure: true\n  script: [npm audit]\n${job('sam deploy')}`],
    ['an included file', 'include: /ci/ship.yml\n'],
  ])('is reported without an audit: %s', (_, text) => {
    expect(inGitlab(text, { 'ci/ship.yml': job('sam deploy') })).toHaveLength(1);
  });

  it.each([
    ['an audit', job('npm audit --audit-level=high', 'sam deploy')],
    ['in another job', `audit:\n  script: pip-audit --strict\n${job('sam deploy')}`],
    ['GitLab’s own scanner', `include:\n  - template: Jobs/Dependency-Scanning.gitlab-ci.yml\n${job('sam deploy')}`],
    ['a component', `include:\n  - component: gitlab.com/components/dependency-scanning/main@1\n${job('sam deploy')}`],
    ['what is included from elsewhere may audit', `include:\n  - project: example/ci\n    file: all.yml\n${job('sam deploy')}`],
    ['an included file that audits', `include: { local: ci/audit.yml }\n${job('sam deploy')}`],
    ['no deployment', job('npm test')],
    ['a rehearsal', job('aws lambda update-function-code --dry-run --function-name a')],
    ['stages and variables', 'stages: [sam deploy]\nvariables: { CALL: sam deploy }\n'],
  ])('is in order: %s', (_, text) => {
    expect(inGitlab(text, { 'ci/audit.yml': 'audit:\n  script: npm audit\n' })).toEqual([]);
  });
});

describe('a file', () => {
  it.each([
    '.github/workflows/a.yml',
    'packages/api/.github/workflows/a.yaml',
    '.gitlab-ci.yml',
    'deploy.gitlab-ci.yml',
    '.gitlab/ci/a.yml',
  ])('%s is read', name => {
    expect(workflowReader.wants(`/x/${name}`)).toBe(true);
  });

  it.each(['.github/dependabot.yml', '.github/actions/a/action.yml', 'workflows/a.yml', 'gitlab.yml'])('%s is not', name => {
    expect(workflowReader.wants(`/x/${name}`)).toBe(false);
  });

  it('that is broken is named, with the line', () => {
    expect(() => inGithub('jobs:\n  a: [\n')).toThrow(BrokenFileError);
  });

  it('that calls itself is read once', () => {
    const text = 'on: push\njobs:\n  again:\n    uses: ./.github/workflows/ship.yml\n';
    expect(inGithub(text, { '.github/workflows/ship.yml': text })).toEqual([]);
  });

  it('that calls one which was found and is gone is judged by itself', () => {
    const gone = '/nowhere/.github/workflows/gone.yml';
    const text =
      'on: push\njobs:\n  ship:\n    runs-on: x\n    steps:\n      - run: sam deploy\n  audit:\n    uses: ./.github/workflows/gone.yml\n';
    const found = workflowReader.read(
      { path: '/nowhere/.github/workflows/ship.yml', root: '/nowhere', text },
      { files: new Set([gone]), optionsOf: () => ({}) },
    );
    expect(found).toBeDefined();
  });

  it('that has no jobs is no workflow', () => {
    expect(inGithub('name: nothing')).toEqual([]);
  });
});
