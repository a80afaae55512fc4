import { parametersOfPath, tokensOfUser } from '../../secrets/harmless-member.js';
import { defineModel } from '../model.js';
import { sinks, sources } from '../specs.js';
import { chosen, credentials, defineService, input, secret, shape, writes } from './service.js';

const decrypted = { argument: 0, property: 'WithDecryption', is: 'truthy' } as const;
const role = 'the credentials of a role';
const keys = ['Credentials.SecretAccessKey', 'Credentials.SessionToken'];
const providers =
  'fromEnv,fromNodeProviderChain,fromContainerMetadata,fromInstanceMetadata,fromTemporaryCredentials,fromIni,fromSSO,fromWebToken,fromTokenFile,fromCognitoIdentity,' +
  'fromCognitoIdentityPool,fromProcess,fromHttp,defaultProvider,createCredentialChain';

/** Where secrets and credentials come from. */
export default [
  // https://docs.aws.amazon.com/secretsmanager/latest/apireference
  ...defineService({
    id: 'secrets-manager',
    name: 'SecretsManager',
    rows: [
      [
        'GetSecretValue',
        shape('secret-fetch'),
        shape('stale-secret', { argument: 0, property: 'VersionStage', is: { oneOf: ['AWSPREVIOUS'] } }),
        shape('stale-secret', { argument: 0, property: 'VersionId', is: 'constant-text' }),
        chosen('secret-id', 'the secret', 'Member[SecretId]'),
        secret('the secret', ['SecretString', 'SecretBinary']),
      ],
      [
        'BatchGetSecretValue',
        shape('secret-fetch'),
        shape('secret-listing', { argument: 0, property: 'Filters', is: 'present' }),
        chosen('secret-id', 'the list of secrets', 'Member[SecretIdList,Filters]'),
        secret('the secrets', ['SecretValues[].SecretString', 'SecretValues[].SecretBinary']),
      ],
      ['ListSecrets', shape('secret-listing')],
      ['CreateSecret,PutSecretValue,UpdateSecret', ...writes],
      ['GetRandomPassword', secret('the new password', ['RandomPassword'])],
    ],
  }),
  // https://docs.aws.amazon.com/systems-manager/latest/APIReference
  ...defineService({
    id: 'ssm',
    name: 'SSM',
    rows: [
      [
        'GetParameter,GetParameterHistory',
        shape('secret-fetch', decrypted),
        shape('stale-secret', [decrypted, { argument: 0, property: 'Name', is: 'versioned-name' }]),
        chosen('secret-id', 'the parameter', 'Member[Name]'),
        secret('the decrypted parameter', ['Parameter.Value', 'Parameters[].Value'], decrypted),
      ],
      [
        'GetParameters',
        shape('secret-fetch', decrypted),
        chosen('secret-id', 'the list of parameters', 'Member[Names]', 'Member[Names].ArrayElement'),
        secret('the decrypted parameters', ['Parameters[].Value'], decrypted),
      ],
      [
        'GetParametersByPath',
        shape('secret-fetch', decrypted),
        shape('secret-listing', [decrypted, { argument: 0, property: 'Path', is: { oneOf: ['/'] } }]),
        shape('secret-listing', [decrypted, { argument: 0, property: 'Recursive', is: 'truthy' }]),
        chosen('secret-id', 'the path of the parameters', 'Member[Path]'),
        secret(parametersOfPath, ['Parameters[].Value'], decrypted),
      ],
      ['DescribeParameters', shape('secret-listing')],
      ['PutParameter', ...writes],
      // The commands run in a shell on the instances.
      ['SendCommand', input('command', 'Member[Parameters].Member[commands]', 'Member[Parameters].Member[commands].ArrayElement')],
    ],
  }),
  ...defineService({
    id: 'kms',
    name: 'KMS',
    rows: [
      // What every request brings along is no secret to keep.
      ['Decrypt', shape('secret-fetch', { argument: 0, property: 'CiphertextBlob', is: 'event-data', not: true })],
      ['Decrypt,GenerateDataKey', secret('the decrypted text', ['Plaintext'])],
      ['GenerateDataKeyPair', secret('the private key', ['PrivateKeyPlaintext'])],
    ],
  }),
  ...defineService({
    id: 'sts',
    name: 'STS',
    rows: [['AssumeRole,AssumeRoleWithWebIdentity,AssumeRoleWithSAML,GetSessionToken,GetFederationToken', credentials(role, ...keys)]],
  }),
  ...defineService({
    id: 'cognito-identity',
    name: 'CognitoIdentity',
    rows: [
      ['GetCredentialsForIdentity', credentials('the credentials of an identity', 'Credentials.SecretKey', 'Credentials.SessionToken')],
    ],
  }),
  ...defineService({
    id: 'sso',
    name: 'SSO',
    rows: [['GetRoleCredentials', credentials(role, 'roleCredentials.secretAccessKey', 'roleCredentials.sessionToken')]],
  }),
  ...defineService({ id: 'iam', name: 'IAM', rows: [['CreateAccessKey', credentials('the new access key', 'AccessKey.SecretAccessKey')]] }),
  ...defineService({
    id: 'ecr',
    name: 'ECR',
    rows: [['GetAuthorizationToken', secret('the registry token', ['authorizationData[].authorizationToken'])]],
  }),
  ...defineService({
    id: 'redshift',
    name: 'Redshift',
    rows: [['GetClusterCredentials', secret('the database password', ['DbPassword'])]],
  }),
  // https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html
  ...defineService({
    id: 'cognito-identity-provider',
    name: 'CognitoIdentityServiceProvider',
    aggregated: 'CognitoIdentityProvider',
    rows: [
      [
        'InitiateAuth,AdminInitiateAuth,RespondToAuthChallenge,AdminRespondToAuthChallenge',
        secret(tokensOfUser, ['AuthenticationResult.AccessToken', 'AuthenticationResult.IdToken', 'AuthenticationResult.RefreshToken']),
      ],
      ['SignUp,AdminCreateUser,AdminUpdateUserAttributes,UpdateUserAttributes,AdminSetUserPassword,AdminAddUserToGroup', ...writes],
    ],
  }),
  defineModel({
    module: '@aws-sdk/rds-signer',
    sources: sources('secret', 'the database token', ['Member[Signer].Instance.Member[getAuthToken].ReturnValue']),
  }),
  defineModel({
    module: [
      '@aws-sdk/credential-providers',
      '@aws-sdk/credential-provider-node',
      '@aws-sdk/credential-provider-env',
      '@aws-sdk/credential-provider-cognito-identity',
      '@aws-sdk/credential-provider-ini',
    ],
    sources: sources('credentials', "a provider's credentials", [`Member[${providers}].ReturnValue.ReturnValue`], {
      members: ['secretAccessKey', 'sessionToken'],
    }),
  }),
  ...[
    ['secrets-manager', 'paginateListSecrets'],
    ['ssm', 'paginateDescribeParameters'],
  ].map(([id, paginator]) =>
    defineModel({ module: `@aws-sdk/client-${id}`, shapes: [{ path: `Member[${paginator}]`, kind: 'secret-listing' }] }),
  ),
  // Version 2 keeps them on its configuration.
  defineModel({
    module: ['aws-sdk', 'aws-sdk/global', 'aws-sdk/clients/all'],
    sources: sources('credentials', "the execution role's credentials", ['Member[config].Member[credentials]'], {
      members: ['secretAccessKey', 'sessionToken'],
    }),
    sinks: [
      ...sinks('url', ['Member[Endpoint].Argument[0]', 'Member[config].Member[update].Argument[0].Member[endpoint]'], {
        label: 'the endpoint',
      }),
      // The configuration outlives the invocation.
      ...sinks('module-state', ['Member[config].Member[update].Argument[0]']),
    ],
  }),
  // Caches what it fetches.
  defineModel({
    module: ['aws-secrets-manager-caching'],
    sources: sources('secret', 'the secret', ['Member[SecretCache].Instance.Member[getSecretString,getSecretBinary].ReturnValue']),
  }),
];
