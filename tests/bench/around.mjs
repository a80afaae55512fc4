// What the rules cost that read the files around the code, as a ratio to the rules that read the code, in whole scans.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generatedFile } from './generated-file.mjs';

const program = path.join(import.meta.dirname, '../../lib/setup/bin.mjs');

const dependencies = `"@aws-sdk/client-dynamodb": "3.900.0", "@aws-sdk/client-s3": "^3.900.0", "@middy/core": "6.4.5", "axios": "1.12.2",
    "date-fns": "4.1.0", "orders-shared": "1.0.0", "pino": "~9.9.0", "uuid": "13.0.0", "zod": "4.1.5"`;

/** The files around one function: a template, a manifest, an image and a workflow. */
const around = i => ({
  [`functions/orders-${i}/package.json`]: `{
  "name": "orders-${i}",
  "version": "1.0.0",
  "scripts": { "build": "esbuild handler.js --bundle --platform=node --outfile=dist/handler.js", "test": "vitest run" },
  "dependencies": { ${dependencies} },
  "devDependencies": { "esbuild": "0.25.9", "vitest": "^3.2.4", "typescript": "5.9.2" }
}
`,
  [`functions/orders-${i}/template.yaml`]: `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Parameters:
  Stage: { Type: String, Default: test }
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: .
      Handler: handler.main
      Runtime: nodejs22.x
      Timeout: 10
      Environment:
        Variables:
          TABLE: !Ref Table
          STAGE: !Ref Stage
          SECRET_NAME: !Sub 'orders/\${Stage}/database'
      Policies:
        - DynamoDBCrudPolicy: { TableName: !Ref Table }
        - Statement:
            - { Effect: Allow, Action: secretsmanager:GetSecretValue, Resource: '*' }
      Events:
        Api: { Type: HttpApi, Properties: { Path: /orders/${i}, Method: GET } }
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
Outputs:
  Function: { Value: !GetAtt Orders.Arn }
`,
  [`functions/orders-${i}/Dockerfile`]: `FROM public.ecr.aws/lambda/nodejs:22 AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build
FROM public.ecr.aws/lambda/nodejs:22
COPY --from=build /app/dist \${LAMBDA_TASK_ROOT}
CMD ["handler.main"]
`,
  [`.github/workflows/deploy-${i}.yml`]: `name: deploy orders ${i}
on: { push: { branches: [main], paths: ['functions/orders-${i}/**'] } }
permissions: { contents: read, id-token: write }
jobs:
  deploy:
    runs-on: ubuntu-latest
    defaults: { run: { working-directory: functions/orders-${i} } }
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with: { node-version: 22 }
      - run: npm ci
      - run: npm test
      - run: sam build
      - run: sam deploy --no-confirm-changeset --stack-name orders-${i}
`,
});

const code = i => ({ [`functions/orders-${i}/handler.js`]: generatedFile(36) });

/** @returns a folder that holds what is made for each of so many functions */
function project(functions, ...makers) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (let i = 0; i < functions; i++) {
    for (const [name, text] of makers.flatMap(make => Object.entries(make(i)))) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
  }
  return folder;
}

/** @returns CPU seconds of one scan with all rules */
function cost(folder) {
  const args = [process.execPath, program, 'scan', '--config', 'all', '--fail-on', 'never', '--format', 'json', folder];
  const { status, stderr } = spawnSync('sh', ['-c', '"$@" >/dev/null || exit 1; times >&2', 'sh', ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${folder}: ${stderr}`);
  // `times` prints user and system time of the shell, then of its children: `0m1.20s 0m0.30s`.
  const [user, system] = [...(stderr.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/gu)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  );
  return user + system;
}

/**
 * Scans a monorepo's code alone, what lies around it alone, and both, in turn, so that a change of the machine's load meets all alike.
 * @returns lines to print, and the folder that is code alone
 */
export function compareAround(functions, pairs) {
  const folders = { code: project(functions, code), around: project(functions, around), both: project(functions, code, around) };
  const runs = { code: [], around: [], both: [] };
  for (let i = 0; i < pairs; i++) {
    for (const name of i % 2 === 0 ? Object.keys(runs) : Object.keys(runs).reverse()) runs[name].push(cost(folders[name]));
  }
  const middle = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
  const lines = Object.entries(runs).map(([name, list]) => {
    const ratios = list.map((seconds, i) => seconds / runs.code[i]);
    const range = `from ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
    return `${name.padEnd(8)} median ${middle(list).toFixed(2)} s   ${middle(ratios).toFixed(2)} times the code   ${range}`;
  });
  return { lines, code: folders.code };
}
