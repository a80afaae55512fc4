/** A format by which a secret is known wherever it stands. */
interface SecretFormat {
  /** In words, with an article, for messages. */
  readonly label: string;
  /** With the `g` flag; each match is a secret. Prefixes are fixed and no class overlaps what follows, so that matching takes linear time. */
  readonly pattern: RegExp;
  /** `identifier`: names an account or a key and is worth something with a second half only; `test`: of a test system. */
  readonly strength: 'secret' | 'identifier' | 'test';
}

export interface KnownSecret {
  readonly label: string;
  readonly strength: SecretFormat['strength'];
  /** Offsets in the text, end excluded. */
  readonly start: number;
  readonly end: number;
}

const word = '[A-Za-z0-9]';
const wide = '[A-Za-z0-9_-]';

function format(label: string, source: string, strength: SecretFormat['strength'] = 'secret'): SecretFormat {
  return { label, pattern: new RegExp(`(?<!${wide})(?:${source})(?!${word})`, 'g'), strength };
}

/** From the vendors' documentation of their own tokens. */
const formats: readonly SecretFormat[] = [
  format('an AWS access key id', '(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}', 'identifier'),
  format('a GitHub token', `gh[pousr]_${word}{36,251}|github_pat_${word}{22}_${word}{59}`),
  format('a GitLab token', `gl(?:pat|dt|rt|ptt|ft|cbt)-${wide}{20,255}`),
  format(
    'a Slack token',
    `xox[abeoprs]-(?=[A-Za-z0-9-]{20})(?:${word}{1,200}-){0,5}${word}{8,200}|xapp-\\d-${word}{8,20}-\\d{8,20}-[a-f0-9]{32,128}`,
  ),
  format('a Slack webhook', `hooks\\.slack\\.com/(?:services|workflows)/[A-Z0-9]{8,12}/[A-Z0-9]{8,12}/${word}{20,40}`),
  format('a Stripe live key', `[sr]k_live_${word}{16,250}`),
  format('a Stripe test key', `[sr]k_test_${word}{16,250}`, 'test'),
  format('a Stripe webhook secret', 'whsec_[A-Za-z0-9+/]{32,88}={0,2}'),
  format('a Google API key', `AIza${wide}{35}`),
  format('a Google OAuth secret', `GOCSPX-${wide}{28}`),
  format('a Google access token', `ya29\\.${wide}{20,2000}`),
  format('an Anthropic key', `sk-ant-[a-z0-9]{3,8}-${wide}{32,200}`),
  format('an OpenAI key', `sk-(?:proj|svcacct|admin|None)-${wide}{40,250}|sk-${word}{32,64}`),
  format('a SendGrid key', `SG\\.${wide}{22}\\.${wide}{43}`),
  format('a Twilio API key', 'SK[0-9a-f]{32}', 'identifier'),
  format('an npm token', `npm_${word}{36}`),
  format('a PyPI token', `pypi-AgEIcHlwaS5vcmc${wide}{50,500}`),
  format('a JSON Web Token', `eyJ${wide}{10,4000}\\.eyJ${wide}{10,8000}\\.${wide}{10,2000}`),
  format('an Azure storage key', 'AccountKey=[A-Za-z0-9+/]{86}=='),
  format('an Azure shared access key', 'SharedAccessKey=[A-Za-z0-9+/]{43}='),
  format('an Azure client secret', '[A-Za-z0-9_~.-]{3}[78]Q~[A-Za-z0-9_~.-]{31,34}'),
  format('a Mailgun key', 'key-[0-9a-f]{32}'),
  format('a Mailchimp key', '[0-9a-f]{32}-us\\d{1,2}'),
  format('a Telegram bot token', `\\d{8,10}:AA${wide}{33}`),
  format('a Square token', `sq0(?:atp|csp)-${wide}{22,43}`),
  format('a Shopify token', 'shp(?:at|ca|pa|ss)_[A-Fa-f0-9]{32}'),
  format('a DigitalOcean token', 'do[opr]_v1_[a-f0-9]{64}'),
  format('a Vault token', `hv[sb]\\.${wide}{24,300}`),
  format('a Databricks token', 'dapi[0-9a-f]{32}'),
  format('a Hugging Face token', `hf_${word}{34}`),
  format('a New Relic key', 'NRAK-[A-Z0-9]{27}'),
  format('an Atlassian token', 'ATATT3[A-Za-z0-9_=-]{100,300}'),
  format('a Linear key', `lin_api_${word}{40}`),
  format('a Notion token', `ntn_${word}{40,60}`),
  format('a Grafana token', `glsa_${word}{32}_[a-f0-9]{8}`),
  format('a Sentry token', `sntry[su]_[A-Za-z0-9+/=_-]{40,400}`),
  format('a PlanetScale token', `pscale_(?:tkn|pw|oauth)_${wide}{32,64}`),
  format('an age secret key', 'AGE-SECRET-KEY-1[A-Z0-9]{58}'),
];

/** Published by the vendors as examples, or by jwt.io, and in countless texts since. */
const documented = /EXAMPLE|eyJzdWIiOiIxMjM0NTY3ODkw|4eC39HqLyjWDarjtT1zdp7dc|^(?:AKIA|ASIA)([A-Z0-9])\1{9}/;

/** What a JSON Web Token says of itself, as text; nothing for another token. */
function claimsOf(token: string): string {
  const [, claims] = token.split('.');
  return token.startsWith('eyJ') && claims !== undefined ? Buffer.from(claims, 'base64url').toString() : '';
}

/** A JSON Web Token that is valid for a day at most was captured with something: nobody keeps it to use it. */
function isShortLived(claims: string): boolean {
  const [from, until] = ['iat', 'exp'].map(name => Number(new RegExp(`"${name}"\\s*:\\s*(\\d{9,11})\\b`).exec(claims)?.[1]));
  return until! - from! <= 86_400;
}

/** The key that Supabase gives to every browser: its role may do what the policies of the tables allow to anybody. */
function isOfAnonymousRole(claims: string): boolean {
  return /"iss"\s*:\s*"supabase/.test(claims) && /"role"\s*:\s*"anon"/.test(claims);
}

/** A token that is no secret, or only shows what one looks like: one character over and over, or the alphabet. */
function isSample(token: string): boolean {
  const claims = claimsOf(token);
  return (
    isShortLived(claims) ||
    isOfAnonymousRole(claims) ||
    documented.test(token) ||
    /x{8}|X{8}|\*{4}|1234567890|0123456789|abcdefghij|ABCDEFGHIJ/.test(token) ||
    new Set(token).size <= 6
  );
}

const privateKey = /-----BEGIN (?:[A-Z0-9]{2,12} ){0,2}PRIVATE KEY(?: BLOCK)?-----/g;
/** Line ends inside a string, quotes and pluses between its lines. */
const keyBody = /^(?:\\[nr]|[\s"'`+,])*(?:[A-Za-z0-9+/=]{16}|Proc-Type:|Version:|Comment:)/;

function privateKeys(text: string): KnownSecret[] {
  const found: KnownSecret[] = [];
  let marker = 0;
  for (const match of text.matchAll(privateKey)) {
    const body = match.index + match[0].length;
    if (marker !== -1 && marker < body) marker = text.indexOf('-----END', body);
    const lineEnd = marker === -1 ? -1 : text.indexOf('-----', marker + 8);
    if (keyBody.test(text.slice(body, body + 200))) {
      found.push({ label: 'a private key', strength: 'secret', start: match.index, end: lineEnd === -1 ? text.length : lineEnd + 5 });
    }
  }
  return found;
}

const credentialsInUrl = /(?<![\w+.-])[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/?#'"`<>\\]{0,100}:([^\s@/'"`<>\\]{1,200})@(?=[\w[$%{.-])/gi;
/** Not a password but the place where one is put: `${PASSWORD}`, `{password}`, `%s`, `$PASS`, `***`, `password`. */
const insertion =
  /^(?:\$.*|\{.*\}|<.*>|%.*|:.*|\*+|x+|\.+|_+|pass(?:word|wd)?|pwd|secret|token|user(?:name)?|dummy|fake|example|placeholder|changeme)$/i;

/** A host without a domain: where user and password are the same as well, it is the container beside the program. */
const nearby = /^[\w-]+(?:[:/?'"`\s]|$)/;

/** Passwords in URLs: `mongodb+srv://user:hunter2@host`. The range is the password. */
function urlPasswords(text: string): KnownSecret[] {
  const found: KnownSecret[] = [];
  for (const match of text.matchAll(credentialsInUrl)) {
    const password = match[1]!;
    if (insertion.test(password) || password.includes('${')) continue;
    const end = match.index + match[0].length - 1;
    if (match[0].endsWith(`//${password}:${password}@`) && nearby.test(text.slice(end + 1, end + 80))) continue;
    found.push({ label: 'a password in a URL', strength: 'secret', start: end - password.length, end });
  }
  return found;
}

/** Some part that is fixed in each of the formats: most texts have none of them. */
const formatHints =
  /AKIA|ASIA|ABIA|ACCA|gh[pousr]_|github_pat_|gl(?:pat|dt|rt|ptt|ft|cbt)-|xox[abeoprs]-|xapp-|hooks\.slack|[sr]k_(?:live|test)_|whsec_|AIza|GOCSPX|ya29\.|sk-|SG\.|SK[\da-f]|npm_|pypi-|eyJ|AccountKey|SharedAccessKey|Q~|key-|-us\d|:AA|sq0|shp(?:at|ca|pa|ss)_|do[opr]_v1|hv[sb]\.|dapi|hf_|NRAK|ATATT3|lin_api|ntn_|glsa_|sntry|pscale_|AGE-SECRET/;

const shortest = 8;
const none: readonly KnownSecret[] = [];

/**
 * @param text of any length; takes linear time
 * @param samples whether to give documented examples and patterns like `ghp_xxxx` as well
 * @returns the secrets of known formats in it, in the order of the formats
 */
export function knownSecrets(text: string, samples = false): readonly KnownSecret[] {
  if (text.length < shortest) return none;
  const mayBeKey = text.includes('PRIVATE KEY');
  const mayBeUrl = text.includes('://');
  const mayBeToken = formatHints.test(text);
  if (!mayBeKey && !mayBeUrl && !mayBeToken) return none;
  const found = [...(mayBeKey ? privateKeys(text) : []), ...(mayBeUrl ? urlPasswords(text) : [])];
  if (!mayBeToken) return found;
  for (const { label, pattern, strength } of formats) {
    for (const match of text.matchAll(pattern)) {
      if (samples || !isSample(match[0])) found.push({ label, strength, start: match.index, end: match.index + match[0].length });
    }
  }
  return found;
}
