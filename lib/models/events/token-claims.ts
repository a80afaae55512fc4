import { defineEvent } from '../event-model.js';

/**
 * The payload of a verified token: who the caller is, with whatever the issuer put in. All of it together is personal, one claim need not be.
 * https://www.rfc-editor.org/rfc/rfc7519#section-4
 */
export const tokenClaims = defineEvent({
  types: ['VerifiedTokenClaims'],
  role: 'request',
  service: 'JSON Web Token',
  distinctive: [],
  fields: { '': { trust: 'identity', sensitive: "the token's claims" } },
  rest: 'identity',
});
