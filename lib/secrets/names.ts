/** How sure a name makes that its value is a secret; `password` values may be words that people choose. */
export type SecretNameKind = 'password' | 'secret' | 'token' | 'key';

/** @returns the words of a name in camel, snake, kebab or constant case, in lower case: `dbAPIKey` is db, api, key. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(word => word !== '');
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const single: Readonly<Record<string, SecretNameKind>> = {
  password: 'password',
  passwd: 'password',
  pwd: 'password',
  passphrase: 'password',
  passcode: 'password',
  secret: 'secret',
  secrets: 'secret',
  credential: 'secret',
  credentials: 'secret',
  mnemonic: 'secret',
  token: 'token',
  bearer: 'token',
  jwt: 'token',
  apikey: 'key',
};

/** Words that are often written as one. */
const ending =
  /^(?:[a-z]*(password|passwd|passphrase)|[a-z]+(secret)|(?:access|auth|bearer|refresh|session|api|bot|personal)(token)|[a-z]*(apikey|secretkey|privatekey|accesskey|masterkey|encryptionkey|signingkey))\d*$/;

/** A key is a secret behind one of these, and a row, an object or an index behind most others. */
const keyQualifiers = list(
  'api private secret access auth encryption encrypt signing sign signature master hmac symmetric license service',
);
/** What makes a plain `pass` a password. */
const passQualifiers = list(
  'db database smtp mail email user admin root mysql pg postgres mongo redis ftp sftp ssh login auth basic http proxy rabbitmq elastic api service',
);

/** What is said about a secret: behind one, these words name something else than its value. */
const aspects = list(
  `arn arns name names id ids identifier path paths param params parameter parameters prefix suffix url uri urls endpoint host hostname port domain
  ttl table length len size count counts limit min max expir expire expires expired expiry expiration age duration timeout lifetime days seconds
  iteration iterations rounds cost hours minutes date time timestamp at in on type types kind format field fields header headers attribute attr column property prop
  policy policies rule rules regex pattern validator validation valid invalid schema label labels placeholder hint help message messages msg error errors
  exception status state enabled disabled required optional version versions stage stages index region manager store storage client service provider
  rotation rotate rotated reset strength attempts retries input form page screen view element selector ref reference source location file filename dir
  directory folder env variable var hash hashed salt digest algorithm alg issuer audience scope scopes claim claims usage use used price address symbol
  balance mint supply contract bucket alias handler fn function callback cache cached map list set array middleware extension resolver authorizer
  validity response request result event update updated change changed confirmation confirm mismatch match matches exists missing found
  generator parser factory builder config configuration options settings mode strategy scheme grant group role owner user username
  description title text content template docs key-id kid public jwk jwks aud iss sub jti nbf iat exp`,
);

/** In front of a token, or of any secret, these make it a cursor, a mark against doubling, or public. */
const harmlessQualifiers = list(
  `next previous prev continuation continue pagination page paging start starting cursor sync resume task idempotency request client-request
  csrf xsrf syntax lexer parse cancellation cancel abort public publishable max min num number total count has have is are was use uses should
  no not without missing invalid valid expired require requires required allow allows enable enabled disable disabled forgot forgotten
  reset update change confirm get set fetch load read create generate make validate verify check hash compare encrypt decrypt mask redact
  design theme color css style layout lp erc20 nft governance placeholder fake mock mocked dummy sample example demo`,
);

/** Marks of a single call or page, not secrets: `clientToken`, `ClientRequestToken`, `nextToken`; and what a secret is called in its store: `SECRETS_MANAGER_SECRET`. */
function isMark(before: readonly string[], word: string): boolean {
  if (word === 'secret' && before.at(-1) === 'manager') return /^secrets?$/u.test(before.at(-2) ?? '');
  return word === 'token' && (before.at(-1) === 'client' || before.at(-1) === 'request');
}

function kindAt(words: readonly string[], i: number): SecretNameKind | null {
  const word = words[i]!;
  if (Object.hasOwn(single, word)) return single[word]!;
  if (word === 'key' && i > 0 && keyQualifiers.has(words[i - 1]!)) return 'key';
  if (word === 'pass' && i > 0 && i === words.length - 1 && passQualifiers.has(words[i - 1]!)) return 'password';
  const match = ending.exec(word);
  if (match === null) return null;
  return match[1] !== undefined ? 'password' : match[2] !== undefined ? 'secret' : match[3] !== undefined ? 'token' : 'key';
}

/**
 * @param name of a variable, a property or a parameter, in any case
 * @returns what kind of secret the name promises; null for none, and for what is only about a secret (`passwordLength`, `secretArn`, `nextToken`)
 */
export function secretNameKind(name: string): SecretNameKind | null {
  let kind = kinds.get(name);
  if (kind === undefined) {
    if (kinds.size >= mostKinds) kinds.clear();
    kinds.set(name, (kind = kindOf(name)));
  }
  return kind;
}

/** What the names that were asked about are: programs use the same ones over and over. */
const kinds = new Map<string, SecretNameKind | null>();
const mostKinds = 5_000;

function kindOf(name: string): SecretNameKind | null {
  const words = wordsOf(name);
  // A key of KMS never leaves it: what is called so is its name.
  if (words.at(-1) === 'key' && words.at(-2) === 'kms') return null;
  for (let i = words.length - 1; i >= 0; i--) {
    if (aspects.has(words[i]!)) return null;
    const kind = kindAt(words, i);
    if (kind === null) continue;
    const before = words.slice(0, i);
    return before.some(word => harmlessQualifiers.has(word)) || isMark(before, words[i]!) ? null : kind;
  }
  return null;
}

/** Secrets that are used as they are; what else is called a secret may be the name of one. */
const usedSecret = /(?:^|_)(?:CLIENT|APP|JWT|AUTH|OAUTH2?|SESSION|COOKIE|SIGNING|WEBHOOK|HMAC|SHARED)_SECRET$/;

/** @returns whether a variable of the environment holds a secret itself, and not what a secret is called in its store. */
export function isSecretVariable(name: string): boolean {
  return isSecretEnvironmentName(name) && (secretNameKind(name) !== 'secret' || usedSecret.test(name));
}

/** @returns whether a value of this name is a secret, going by the name alone: whole words only. */
export function isSecretName(name: string): boolean {
  return secretNameKind(name) !== null;
}

/** What the runtime itself sets, and what a shell does. */
const runtimeVariables =
  /^(?:AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|SECURITY_TOKEN|CONTAINER_AUTHORIZATION_TOKEN(?:_FILE)?|WEB_IDENTITY_TOKEN_FILE)|(?:OLD)?PWD)$/;

/**
 * @param name of an environment variable
 * @returns whether it is meant to hold a secret: a secret word, and behind it none of `_ARN`, `_NAME`, `_ID`, `_PATH`, `_PARAM`, `_PREFIX`, `_URL`,
 * `_TTL`, `_TABLE`, `_LENGTH`, `_EXPIR…` and the like; the role's own keys, which the runtime sets, are not meant
 */
export function isSecretEnvironmentName(name: string): boolean {
  if (runtimeVariables.test(name)) return false;
  const words = wordsOf(name);
  return isSecretName(name) || (words.length > 1 && words.at(-1) === 'auth' && !words.some(word => harmlessQualifiers.has(word)));
}
