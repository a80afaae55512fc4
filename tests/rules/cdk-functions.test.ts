import noBroadSecretAccess from '../../rules/no-broad-secret-access.js';
import noEnvSecret from '../../rules/no-env-secret.js';
import noHardcodedSecret from '../../rules/no-hardcoded-secret.js';
import { check } from './rule-tester.js';

const imports = `import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
`;
const stack = (body: string): string =>
  `${imports}export class Orders extends Stack { constructor(scope, id, props) { super(scope, id); ${body} } }`;
/** A function with one variable in its environment. */
const given = (variable: string): string => stack(`new NodejsFunction(this, 'List', { environment: { ${variable} } });`);
const shape = [{ messageId: 'shape' }];
const cases = (make: (text: string) => string, texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([name, text]) => ({ name, code: make(text) }));
const reported = (make: (text: string) => string, texts: Readonly<Record<string, string>>) =>
  cases(make, texts).map(each => ({ ...each, errors: shape }));

check('no-env-secret', noEnvSecret, {
  valid: [
    ...cases(given, {
      'the ARN of a secret': 'DB_SECRET: secret.secretArn',
      'the name of a secret': 'DB_SECRET: secret.secretName',
      'a name that is passed on': 'API_KEY: props.apiKeyParameterName',
      'a reference that CloudFormation resolves': "DB_PASSWORD: secret.secretValueFromJson('password').unsafeUnwrap()",
      'the same, by hand': "DB_PASSWORD: '{{resolve:secretsmanager:orders:SecretString:password}}'",
      'a table of tokens': 'TOKENS_TABLE: table.tableName',
      'what does not say what it is': 'API_KEY: props.reference',
      'a lifetime': "TOKEN_TTL: '300'",
      'an option of the deployment that is no secret': 'STAGE: process.env.STAGE',
      'a text with a stage in it': 'SECRET_PREFIX: `orders/${props.stage}`',
    }),
    {
      name: 'another construct',
      code: `${imports}import { Container } from './container';\nexport const make = scope => new Container(scope, 'A', { environment: { DB_PASSWORD: process.env.DB_PASSWORD } });`,
    },
    { name: 'a test of a stack', code: given('DB_PASSWORD: process.env.DB_PASSWORD'), filename: 'orders.test.ts' },
  ],
  invalid: [
    ...reported(given, {
      'the environment of the deployment': 'DB_PASSWORD: process.env.DB_PASSWORD',
      'with a fallback': "API_TOKEN: process.env.API_TOKEN ?? ''",
      'a property of the stack': 'JWT_SECRET: props.jwtSecret',
      'a name of the file': 'SLACK_TOKEN: slackToken',
      'a part of the settings': 'STRIPE_KEY: props.settings.stripe.secretKey, STRIPE_API_KEY: props.stripe.secretKey',
      'a secret within a connection string': 'DATABASE_URL: `postgres://app:${props.dbPassword}@db/orders`',
      'on one branch': "SMTP_PASSWORD: props.isLive ? props.smtpPassword : ''",
      'a password that somebody chose': "ADMIN_PASSWORD: 'welcome'",
    }),
    { name: 'with a type', code: given('DB_PASSWORD: process.env.DB_PASSWORD!'), filename: 'orders.ts', errors: shape },
    {
      name: 'added later',
      code: stack("const list = new lambda.Function(this, 'List', {}); list.addEnvironment('DB_PASSWORD', props.dbPassword);"),
      errors: shape,
    },
    {
      name: 'in a constant',
      code: stack("const environment = { DB_PASSWORD: props.dbPassword }; new lambda.Function(this, 'List', { environment });"),
      errors: shape,
    },
  ],
});

check('no-hardcoded-secret', noHardcodedSecret, {
  valid: cases(given, {
    'the ARN of a secret': "DB_SECRET: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-a1B2c3'",
    'a dynamic reference': "DB_PASSWORD: '{{resolve:secretsmanager:orders:SecretString:password}}'",
    'the name of a secret': "DB_SECRET: 'orders/database'",
    'to be filled in': "API_KEY: '<your-key>'",
    'a placeholder': "SLACK_TOKEN: 'changeme'",
    'a commit': "VERSION: '9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a'",
    'what a header is called': "TOKEN_HEADER: 'x-auth-token'",
    'put together': 'ADMIN_TOKEN: `orders-${props.stage}-token`',
  }),
  invalid: reported(given, {
    'a password': "DB_PASSWORD: 'Vq7-mwd4Zr2k'",
    'the key in quotes': "'SMTP_PASSWORD': 'Wm3!kd9Lp2xq'",
    'a key': "API_KEY: '9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c'",
    'a token': "AUTH_TOKEN: 'a8Kd73hsLq02mZx91pTr'",
    'in a template': 'JWT_SECRET: `kD83jsh27Hs8q2LmQx`',
    'a password in a URL': "DATABASE: 'postgres://app:Vq7mwd4Zr2k@db.internal/orders'",
    'a fallback': "SIGNING_KEY: process.env.SIGNING_KEY ?? 'kD83jsh27Hs8q2LmQx'",
    'a token of a known format': "CI: 'ghp_a8Kd73hsLq02mZx91pTrB5nY6cV4wE7uJ3sG'",
  }),
});

const policy = (name: string): string => `iam.ManagedPolicy.fromAwsManagedPolicyName('${name}')`;
const role = (service: string, name: string): string =>
  `new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('${service}'), managedPolicies: [${policy(name)}] });`;

check('no-broad-secret-access', noBroadSecretAccess, {
  valid: cases(stack, {
    'a policy for logs': role('lambda.amazonaws.com', 'service-role/AWSLambdaBasicExecutionRole'),
    'a role of a build': role('codebuild.amazonaws.com', 'AdministratorAccess'),
    'a role that is passed on': `props.role.addManagedPolicy(${policy('AdministratorAccess')});`,
    'a role of a server': `const server = new Server(this, 'A', {}); server.role.addManagedPolicy(${policy('AmazonSSMFullAccess')});`,
    'a policy of the account':
      "new iam.Role(this, 'R', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'), managedPolicies: [iam.ManagedPolicy.fromManagedPolicyName(this, 'P', 'SecretsManagerReadWrite')] });",
    'a policy that is only named': `const policy = ${policy('AdministratorAccess')};`,
    'a list that is no role': `export const policies = [${policy('AdministratorAccess')}];`.replace('export ', ''),
    'a grant for one secret': 'props.secret.grantRead(props.list);',
  }),
  invalid: reported(stack, {
    'every secret': role('lambda.amazonaws.com', 'SecretsManagerReadWrite'),
    'every parameter': role('lambda.amazonaws.com', 'AmazonSSMReadOnlyAccess'),
    everything: role('lambda.amazonaws.com', 'AdministratorAccess'),
    'at the edge': role('edgelambda.amazonaws.com', 'PowerUserAccess'),
    'added to a role': `const role = new iam.Role(this, 'R', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') }); role.addManagedPolicy(${policy('SecretsManagerReadWrite')});`,
    "added to a function's own role": `const list = new lambda.Function(this, 'List', {}); list.role.addManagedPolicy(${policy('AmazonSSMFullAccess')});`,
    'the same, when there may be none': `const list = new NodejsFunction(this, 'List', {}); list.role?.addManagedPolicy(${policy('SecretsManagerReadWrite')});`,
    'among others': `new iam.Role(this, 'R', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'), managedPolicies: [${policy('AWSXRayDaemonWriteAccess')}, ${policy('AWSSecretsManagerClientReadOnlyAccess')}] });`,
  }),
});
