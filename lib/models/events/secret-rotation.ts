import { defineEvent } from '../event-model.js';

/** Secrets Manager rotation. https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-lambda-function-overview.html */
export const secretRotationEvent = defineEvent({
  types: ['SecretsManagerRotationEvent'],
  handlerTypes: ['SecretsManagerRotationHandler'],
  service: 'Secrets Manager',
  distinctive: [],
  typical: ['SecretId', 'ClientRequestToken', 'Step'],
  fields: {},
  rest: 'trusted',
});
