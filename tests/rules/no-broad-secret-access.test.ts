import rule from '../../rules/no-broad-secret-access.js';
import { check } from './rule-tester.js';

const tainted = [{ messageId: 'tainted' }];
const shape = [{ messageId: 'shape' }];
const secrets = `import { SecretsManagerClient, GetSecretValueCommand, BatchGetSecretValueCommand, ListSecretsCommand } from '@aws-sdk/client-secrets-manager';
const client = new SecretsManagerClient({});`;
const getting = (id: string, before = ''): string =>
  `${secrets}\nexport const handler = async event => { ${before} return (await client.send(new GetSecretValueCommand({ SecretId: ${id} }))).ARN; };`;
const ssm = `import { SSMClient, GetParametersByPathCommand, DescribeParametersCommand } from '@aws-sdk/client-ssm';\nconst client = new SSMClient({});`;
const byPath = (input: string): string =>
  `${ssm}\nexport const handler = async event => client.send(new GetParametersByPathCommand(${input}));`;
const policy = (actions: string, resources: string): string => `import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
export class App extends Stack {
  constructor(scope, id) {
    super(scope, id);
    this.role.addToPolicy(new iam.PolicyStatement({ actions: ${actions}, resources: ${resources} }));
  }
}`;

check('no-broad-secret-access', rule, {
  valid: [
    {
      name: 'the secret that a call of the account has changed, as CloudTrail tells',
      code: `import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';\nconst client = new SecretsManagerClient({});\nexport const handler = async event => client.send(new GetSecretValueCommand({ SecretId: event.detail.requestParameters.secretId }));`,
    },
    {
      name: 'a statement for the role of a task of ECS, which is no function',
      code: `import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';\nthis.task.executionRole!.attachInlinePolicy(new Policy(this, 'secrets', { statements: [new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: ['*'] })] }));`,
      filename: 'worker.ts',
    },
    {
      name: 'one added to the role of a task by its own method',
      code: `import { PolicyStatement } from 'aws-cdk-lib/aws-iam';\ntask.addToTaskRolePolicy(new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: ['*'] }));`,
    },
    { name: 'one secret by name', code: getting("'app'") },
    { name: 'the secret that is set where it is deployed', code: getting('process.env.SECRET_ARN') },
    { name: 'a name of a list', code: getting('event.name', "if (!['app', 'mail'].includes(event.name)) return null;") },
    {
      name: 'a name that a table gives for what the event says',
      code: `const names = { eu: 'app-eu', us: 'app-us' };\n${getting('names[event.region]')}`,
    },
    {
      name: 'several secrets by their names',
      code: `${secrets}\nexport const handler = async event => client.send(new BatchGetSecretValueCommand({ SecretIdList: ['app', 'mail'] }));`,
    },
    {
      name: 'the secret that rotation is about',
      code: `${secrets}\nexport const handler = async event => { const { SecretId, ClientRequestToken, Step } = event; if (Step === 'createSecret') await client.send(new GetSecretValueCommand({ SecretId, VersionId: ClientRequestToken })); };`,
    },
    { name: 'the parameters of one path', code: byPath("{ Path: '/app/db', WithDecryption: true }") },
    { name: 'all parameters below a path, none of them decrypted', code: byPath("{ Path: '/app', Recursive: true }") },
    {
      name: 'a name of a parameter in clear, out of its own text',
      code: `${ssm}\nconst stage = 'dev';\nexport const handler = async event => client.send(new GetParametersByPathCommand({ Path: '/app/' + stage }));`,
    },
    {
      name: 'a policy on one secret',
      code: policy("['secretsmanager:GetSecretValue']", "['arn:aws:secretsmanager:eu-west-1:123456789012:secret:app-a1b2c3']"),
    },
    {
      name: 'a policy on the secrets below one name',
      code: policy("['secretsmanager:GetSecretValue']", "['arn:aws:secretsmanager:*:*:secret:app/*']"),
    },
    {
      name: 'a policy on everything that is about something else',
      code: policy("['xray:PutTraceSegments', 'cloudwatch:PutMetricData']", "['*']"),
    },
    {
      name: 'a policy on everything that gives no secret',
      code: policy("['secretsmanager:GetRandomPassword', 'ssm:DescribeInstanceInformation']", "['*']"),
    },
    {
      name: 'a grant on one secret',
      code: `import { Secret } from 'aws-cdk-lib/aws-secretsmanager';\nexport const wire = (scope, fn) => { Secret.fromSecretNameV2(scope, 'Db', 'app/db').grantRead(fn); };`,
    },
    {
      name: 'a policy of one key, in which the star is that key',
      code: `import { PolicyStatement } from 'aws-cdk-lib/aws-iam';\nexport const own = role => new PolicyStatement({ actions: ['kms:Decrypt'], resources: ['*'], principals: [role] });`,
    },
    {
      name: 'a policy that forbids it',
      code: `import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';\nexport const guard = new PolicyStatement({ effect: Effect.DENY, actions: ['secretsmanager:*'], resources: ['*'] });`,
    },
    {
      name: 'the bucket that the event names',
      code: `import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';\nconst client = new S3Client({});\nexport const handler = async event => client.send(new GetObjectCommand({ Bucket: 'secrets', Key: event.name }));`,
    },
  ],
  invalid: [
    {
      name: 'the secret that a detail of the publisher names',
      code: `import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';\nconst client = new SecretsManagerClient({});\nexport const handler = async event => client.send(new GetSecretValueCommand({ SecretId: event.detail.secretId }));`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'the same statement for the role that a function executes with',
      code: `import { PolicyStatement } from 'aws-cdk-lib/aws-iam';\nthis.executionRole.addToPrincipalPolicy(new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: ['*'] }));`,
      errors: shape,
    },
    { name: 'the event names the secret', code: getting('event.name'), errors: tainted },
    { name: 'a part of the name is from the event', code: getting('`tenants/${event.pathParameters.tenant}/db`'), errors: tainted },
    {
      name: 'each name of a list',
      code: `${secrets}\nexport const handler = async event => { for (const name of JSON.parse(event.body).names) await client.send(new GetSecretValueCommand({ SecretId: name })); };`,
      errors: tainted,
    },
    {
      name: 'through a function',
      code: `${secrets}\nconst read = id => client.send(new GetSecretValueCommand({ SecretId: id }));\nexport const handler = async event => (await read(event.name)).ARN;`,
      errors: tainted,
    },
    {
      name: 'in a class',
      code: `${secrets}\nclass Vault { read(id) { return client.send(new GetSecretValueCommand({ SecretId: id })); } }\nconst vault = new Vault();\nexport const handler = async event => vault.read(event.name);`,
      errors: tainted,
    },
    {
      name: 'a name that is only looked at',
      code: getting('event.name', "if (!['app', 'mail'].includes(event.name)) console.warn('unknown');"),
      errors: tainted,
    },
    {
      name: 'with the methods of a client',
      code: "const AWS = require('aws-sdk');\nconst client = new AWS.SecretsManager();\nexports.handler = async event => client.getSecretValue({ SecretId: event.name }).promise();",
      errors: [
        {
          messageId: 'tainted',
          data: {
            sink: 'The secret',
            harm: 'is chosen by',
            source: 'event data, event.name',
            path: '',
            advice: 'Name the one secret or parameter that the function needs, in the call and in its policy.',
          },
        },
      ],
    },
    {
      name: 'with Powertools',
      code: "import { getSecret } from '@aws-lambda-powertools/parameters/secrets';\nexport const handler = async event => (await getSecret(event.name)).length;",
      errors: tainted,
    },
    {
      name: 'all of them',
      code: `${secrets}\nexport const handler = async event => client.send(new ListSecretsCommand({}));`,
      errors: shape,
    },
    {
      name: 'all of them, page by page',
      code: `import { SecretsManagerClient, paginateListSecrets } from '@aws-sdk/client-secrets-manager';\nconst client = new SecretsManagerClient({});\nexport const handler = async event => { for await (const page of paginateListSecrets({ client }, {})) console.log(page.SecretList.length); };`,
      errors: shape,
    },
    {
      name: 'those that match',
      code: `${secrets}\nexport const handler = async event => client.send(new BatchGetSecretValueCommand({ Filters: [{ Key: 'name', Values: ['app'] }] }));`,
      errors: shape,
    },
    { name: 'all parameters', code: byPath("{ Path: '/', WithDecryption: true }"), errors: shape },
    { name: 'all parameters below a path', code: byPath("{ Path: '/app', Recursive: true, WithDecryption: true }"), errors: shape },
    {
      name: 'what parameters there are',
      code: `${ssm}\nexport const handler = async event => client.send(new DescribeParametersCommand({}));`,
      errors: shape,
    },
    { name: 'a policy on every secret', code: policy("['secretsmanager:GetSecretValue']", "['*']"), errors: shape },
    { name: 'a policy that allows everything', code: policy("['s3:GetObject', 'secretsmanager:*']", "['*']"), errors: shape },
    {
      name: 'a policy on every secret of the account',
      code: policy("['secretsmanager:GetSecretValue']", "['arn:aws:secretsmanager:*:*:secret:*']"),
      errors: shape,
    },
    {
      name: 'a policy written as JSON, given to a role',
      code: `import { IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';\nconst client = new IAMClient({});\nexport const handler = async event => client.send(new PutRolePolicyCommand({ RoleName: 'app', PolicyName: 'app', PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: '*' }] }) }));`,
      errors: shape,
    },
    {
      name: 'a policy on every key that decrypts',
      code: `import { PolicyStatement } from '@aws-cdk/aws-iam';\nconst allowed = ['kms:Decrypt'];\nexport const statement = new PolicyStatement({ actions: allowed, resources: ['*'] });`,
      errors: shape,
    },
  ],
});
