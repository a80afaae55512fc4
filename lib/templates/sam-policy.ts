import type { TextReader } from './policy.js';
import type { Statement } from './template.js';
import { spanOf } from './template.js';
import { at, textOf, type Entry } from './tree.js';

/** SAM's policy templates for secrets: the parameter that names what may be read, and how its ARN begins. */
const templates: Readonly<Record<string, readonly [parameter: string, action: string, prefix: string]>> = {
  // https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-templates.html
  AWSSecretsManagerGetSecretValuePolicy: ['SecretArn', 'secretsmanager:GetSecretValue', ''],
  SSMParameterReadPolicy: ['ParameterName', 'ssm:GetParameter', 'arn:aws:ssm:${}:${}:parameter/'],
  SSMParameterWithSlashPrefixReadPolicy: ['ParameterName', 'ssm:GetParameter', 'arn:aws:ssm:${}:${}:parameter'],
  KMSDecryptPolicy: ['KeyId', 'kms:Decrypt', 'arn:aws:kms:${}:${}:key/'],
};

/** Reads a policy template of SAM: `SSMParameterReadPolicy: { ParameterName: '*' }`. */
export function samPolicy({ key, value }: Entry, read: TextReader): Statement[] {
  const template = templates[key];
  const argument = template === undefined ? undefined : at(value, template[0]);
  if (template === undefined || argument === undefined) return [];
  const text = textOf(argument) ?? read(argument);
  return text === undefined
    ? []
    : [{ actions: [template[1]], resources: [{ text: template[2] + text, at: spanOf(argument) }], conditions: [] }];
}
