/** Last words of names whose values are secret or personal by their nature. */
const sensitiveWords = new Set(
  (
    'password passwd pwd passphrase passcode secret secrets token tokens authorization cookie cookies ssn cvv cvc credential credentials ' +
    'apikey otp signature jwt'
  ).split(' '),
);

/** The same in two words: `apiKey`, `card_number`. */
const sensitivePairs = new Set(
  (
    'api key,private key,access key,secret key,card number,credit card,account number,security code,social security,security number,security token,session key,' +
    'signing key,encryption key,set cookie'
  ).split(','),
);

/** A token that pages through a list, names a client's request or resumes a task opens nothing; `hasPassword` is a boolean. */
const harmless =
  /^(?:next|page|pagination|paging|continuation|continue|cursor|sync|client request|request|idempotency|idempotence|task|execution|cancellation|max|min|num|is|has|no|forgot|reset|change|update|invalid|valid|total|public)\b/;

function words(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '');
}

/**
 * What a member's name says about its value, by whole words: `accessToken` and `x-api-key`, not `tokenCount`, `secretArn` or `nextToken`.
 * @param name a property or header name
 * @param header whether it is the name of an HTTP header
 * @returns the value in words for a message, "the access token", or null when nothing makes it sensitive
 */
export function sensitiveByName(name: string, header = false): string | null {
  const all = words(name);
  const last = all[all.length - 1];
  if (last === undefined || harmless.test(all.join(' '))) return null;
  if (!sensitiveWords.has(last) && !sensitivePairs.has(all.slice(-2).join(' '))) return null;
  if (header) return `the ${name} header`;
  return `the ${all.join(' ')}`;
}
