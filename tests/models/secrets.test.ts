import { describe } from 'vitest';
import { libraryInFull, shapes } from './kinds-of-lines.js';

/** How the clients with a method for each operation are made, and what follows a call that is awaited. */
const clients = [
  [
    'version 3, aggregated',
    `import { SSM } from '@aws-sdk/client-ssm'; import { SecretsManager } from '@aws-sdk/client-secrets-manager'; const ssm = new SSM({}); const sm = new SecretsManager({});`,
    '',
  ],
  ['version 2', `import AWS from 'aws-sdk'; const ssm = new AWS.SSM(); const sm = new AWS.SecretsManager();`, '.promise()'],
  [
    'version 2, a module for each service',
    `import SSM from 'aws-sdk/clients/ssm'; import SecretsManager from 'aws-sdk/clients/secretsmanager'; const ssm = new SSM(); const sm = new SecretsManager();`,
    '.promise()',
  ],
] as const;

describe.each(clients)('SSM and Secrets Manager, %s', (_, head, end) => {
  libraryInFull('a parameter is a secret when it was asked for decrypted', head, [
    [
      `const { Parameter } = await ssm.getParameter({ Name: 'p', WithDecryption: true })${end}; console.log(Parameter.Value)`,
      'log text-log',
    ],
    [`const { Parameter } = await ssm.getParameter({ Name: 'p' })${end}; console.log(Parameter.Value)`],
    [`ssm.getParameter({ Name: 'p', WithDecryption: true }, (error, data) => { console.log(data.Parameter.Value); })`, 'log text-log'],
    [`ssm.getParameter({ Name: 'p' }, (error, data) => { console.log(data.Parameter.Value); })`],
    [
      `const { Parameters } = await ssm.getParameterHistory({ Name: 'p', WithDecryption: true })${end}; console.log(Parameters[0].Value)`,
      'log text-log',
    ],
    [
      `const { Parameters } = await ssm.getParameters({ Names: ['p'], WithDecryption: true })${end}; console.log(Parameters[0].Value)`,
      'log text-log',
    ],
    [`const { Parameters } = await ssm.getParameters({ Names: ['p'], WithDecryption: true })${end}; console.log(Parameters[0].Name)`],
    [
      `ssm.getParameters({ Names: ['p'], WithDecryption: true }, (error, data) => { console.log(data.Parameters[0].Value); })`,
      'log text-log',
    ],
    [
      `const { Parameters } = await ssm.getParametersByPath({ Path: '/p', WithDecryption: true })${end}; console.log(Parameters[0].Value)`,
      'log text-log',
    ],
    [
      `ssm.getParametersByPath({ Path: '/p', WithDecryption: true }, (error, data) => { console.log(data.Parameters[0].Value); })`,
      'log text-log',
    ],
    [`ssm.getParametersByPath({ Path: '/p' }, (error, data) => { console.log(data.Parameters[0].Value); })`],
  ]);
  shapes('fetches, old versions and listings', head, [
    [`await ssm.getParameter({ Name: 'p', WithDecryption: true })${end}`, 'secret-fetch'],
    [`await ssm.getParameter({ Name: 'p' })${end}`],
    [`await ssm.getParameter({ Name: 'p:3', WithDecryption: true })${end}`, 'secret-fetch stale-secret'],
    [`await ssm.getParameter({ Name: 'p:3' })${end}`],
    [`await ssm.getParameters({ Names: ['p'], WithDecryption: true })${end}`, 'secret-fetch'],
    [`await ssm.getParametersByPath({ Path: '/p', WithDecryption: true })${end}`, 'secret-fetch'],
    [`await ssm.getParametersByPath({ Path: '/', WithDecryption: true })${end}`, 'secret-fetch secret-listing'],
    [`await ssm.getParametersByPath({ Path: '/p', Recursive: true, WithDecryption: true })${end}`, 'secret-fetch secret-listing'],
    [`await ssm.getParametersByPath({ Path: '/p', Recursive: true })${end}`],
    [`await ssm.describeParameters({})${end}`, 'secret-listing'],
    [`await sm.getSecretValue({ SecretId: 's' })${end}`, 'secret-fetch'],
    [`await sm.getSecretValue({ SecretId: 's', VersionStage: 'AWSPREVIOUS' })${end}`, 'secret-fetch stale-secret'],
    [`await sm.getSecretValue({ SecretId: 's', VersionStage: 'AWSCURRENT' })${end}`, 'secret-fetch'],
    [`await sm.getSecretValue({ SecretId: 's', VersionId: '0a1b' })${end}`, 'secret-fetch stale-secret'],
    [`await sm.getSecretValue({ SecretId: 's', VersionId: event.a })${end}`, 'secret-fetch'],
    [`await sm.listSecrets({})${end}`, 'secret-listing'],
  ]);
});

describe('secrets without a client', () => {
  shapes(
    'pages of names',
    `import { SSMClient, paginateDescribeParameters } from '@aws-sdk/client-ssm'; import { SecretsManagerClient, paginateListSecrets } from '@aws-sdk/client-secrets-manager';`,
    [
      ['for await (const page of paginateDescribeParameters({ client: new SSMClient({}) }, {})) exec(page)', 'secret-listing'],
      ['for await (const page of paginateListSecrets({ client: new SecretsManagerClient({}) }, {})) exec(page)', 'secret-listing'],
    ],
  );
  shapes(
    "Powertools' parameters are fetched again when told so",
    `import { getSecret, SecretsProvider } from '@aws-lambda-powertools/parameters/secrets'; import { getParameter, getParameters, SSMProvider } from '@aws-lambda-powertools/parameters/ssm'; const secrets = new SecretsProvider(); const parameters = new SSMProvider();`,
    [
      ['await getSecret("s")'],
      ['await getSecret("s", { forceFetch: true })', 'secret-fetch'],
      ['await getSecret("s", { maxAge: 0 })', 'secret-fetch'],
      ['await getSecret("s", { maxAge: 60 })'],
      ['await secrets.get("s")'],
      ['await secrets.get("s", { forceFetch: true })', 'secret-fetch'],
      ['await secrets.get("s", { maxAge: 0 })', 'secret-fetch'],
      ['await getSecret("s", { sdkOptions: { VersionStage: "AWSPREVIOUS" } })', 'stale-secret'],
      ['await getSecret("s", { sdkOptions: { VersionId: "0a1b" } })', 'stale-secret'],
      ['await secrets.get("s", { sdkOptions: { VersionStage: "AWSPREVIOUS" } })', 'stale-secret'],
      ['await secrets.get("s", { sdkOptions: { VersionStage: "AWSCURRENT" } })'],
      ['await secrets.get("s", { sdkOptions: { VersionId: "0a1b" } })', 'stale-secret'],
      ['await getParameter("p", { decrypt: true })'],
      ['await getParameter("p", { decrypt: true, forceFetch: true })', 'secret-fetch'],
      ['await getParameters("/p", { decrypt: true, maxAge: 0 })', 'secret-fetch'],
      ['await getParameter("p", { forceFetch: true })'],
      ['await parameters.get("p", { decrypt: true, forceFetch: true })', 'secret-fetch'],
      ['await parameters.getMultiple("/p", { decrypt: true, maxAge: 0 })', 'secret-fetch'],
      ['await parameters.get("p", { maxAge: 0 })'],
    ],
  );
});
