import { defineEvent } from '../event-model.js';

/** Transfer Family's custom identity provider. https://docs.aws.amazon.com/transfer/latest/userguide/custom-lambda-idp.html */
export const transferEvent = defineEvent({
  types: ['TransferFamilyAuthorizerEvent'],
  handlerTypes: ['TransferFamilyAuthorizerHandler'],
  service: 'Transfer Family',
  distinctive: [],
  typical: ['serverId'],
  fields: {
    username: { trust: 'controlled', label: 'the user name', form: 'string' },
    password: { trust: 'controlled', label: 'the password', form: 'string', sensitive: 'the password' },
  },
  rest: 'trusted',
});
