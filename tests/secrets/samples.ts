const alphabets = {
  base62: 'kQ7zXw2LmB9vRt4YpN6sHc1JdF8gAe3Ku5ToWiPyVbGnMqZxCjSrEhUaDfOl0I',
  upper: 'Q7XW2LB9VR4YN6HC1JF8GA3K5TWZPMSDE',
  hex: '7c3a9f0b5e2d81467ba0c9e3f5d1284a',
  digits: '7302918465',
} as const;

/** Text that looks random and is the same in every run; nothing in it was ever valid. */
export function fake(length: number, alphabet: keyof typeof alphabets = 'base62', seed = 7): string {
  const characters = alphabets[alphabet];
  let state = seed;
  let text = '';
  while (text.length < length) {
    state = (state * 48_271) % 2_147_483_647;
    text += characters[state % characters.length];
  }
  return text;
}

/** The markers of a private key, put together here so that no file of this repository holds them. */
export function privateKey(lineEnd = '\n', kind = 'RSA '): string {
  const dashes = '-'.repeat(5);
  const lines = [1, 2, 3].map(seed => `MII${fake(61, 'base62', seed)}`);
  return [`${dashes}BEGIN ${kind}PRIVATE KEY${dashes}`, ...lines, `${fake(22)}==`, `${dashes}END ${kind}PRIVATE KEY${dashes}`].join(
    lineEnd,
  );
}

const segment = (length: number, seed: number): string => fake(length, 'base62', seed);

/** One value of every known format, by its label. */
export const samples: readonly (readonly [label: string, value: string])[] = [
  ['an AWS access key id', `AKIA${fake(16, 'upper')}`],
  ['an AWS access key id', `ASIA${fake(16, 'upper', 3)}`],
  ['a GitHub token', `ghp_${fake(36)}`],
  ['a GitHub token', `github_pat_${fake(22)}_${fake(59)}`],
  ['a GitLab token', `glpat-${fake(20)}`],
  ['a Slack token', `xoxb-${fake(12, 'digits')}-${fake(24)}`],
  ['a Slack token', `xoxp-${fake(12, 'digits')}-${fake(12, 'digits', 3)}-${fake(13, 'digits', 5)}-${fake(32, 'hex')}`],
  ['a Slack webhook', `https://hooks.slack.com/services/T${fake(8, 'upper')}/B${fake(8, 'upper', 3)}/${fake(24)}`],
  ['a Stripe live key', `sk_live_${fake(24)}`],
  ['a Stripe test key', `sk_test_${fake(24)}`],
  ['a Stripe webhook secret', `whsec_${fake(40)}`],
  ['a Google API key', `AIza${fake(35)}`],
  ['a Google OAuth secret', `GOCSPX-${fake(28)}`],
  ['a Google access token', `ya29.${fake(60)}`],
  ['an Anthropic key', `sk-ant-api03-${fake(93)}`],
  ['an OpenAI key', `sk-proj-${fake(64)}`],
  ['an OpenAI key', `sk-${fake(48)}`],
  ['a SendGrid key', `SG.${fake(22)}.${fake(43)}`],
  ['a Twilio API key', `SK${fake(32, 'hex')}`],
  ['an npm token', `npm_${fake(36)}`],
  ['a PyPI token', `pypi-AgEIcHlwaS5vcmc${fake(70)}`],
  ['a JSON Web Token', `eyJ${segment(30, 1)}.eyJ${segment(60, 2)}.${segment(43, 3)}`],
  ['an Azure storage key', `DefaultEndpointsProtocol=https;AccountName=a;AccountKey=${fake(86)}==`],
  ['an Azure shared access key', `Endpoint=sb://a/;SharedAccessKey=${fake(43)}=`],
  ['an Azure client secret', `${fake(3)}8Q~${fake(34)}`],
  ['a Mailgun key', `key-${fake(32, 'hex')}`],
  ['a Mailchimp key', `${fake(32, 'hex')}-us14`],
  ['a Telegram bot token', `${fake(10, 'digits')}:AA${fake(33)}`],
  ['a Square token', `sq0atp-${fake(22)}`],
  ['a Shopify token', `shpat_${fake(32, 'hex')}`],
  ['a DigitalOcean token', `dop_v1_${fake(64, 'hex')}`],
  ['a Vault token', `hvs.${fake(90)}`],
  ['a Databricks token', `dapi${fake(32, 'hex')}`],
  ['a Hugging Face token', `hf_${fake(34)}`],
  ['a New Relic key', `NRAK-${fake(27, 'upper')}`],
  ['an Atlassian token', `ATATT3${fake(180)}`],
  ['a Linear key', `lin_api_${fake(40)}`],
  ['a Notion token', `ntn_${fake(46)}`],
  ['a Grafana token', `glsa_${fake(32)}_${fake(8, 'hex')}`],
  ['a Sentry token', `sntrys_${fake(80)}`],
  ['a PlanetScale token', `pscale_tkn_${fake(43)}`],
  ['an age secret key', `AGE-SECRET-KEY-1${fake(58, 'upper')}`],
  ['a private key', privateKey()],
  ['a private key', privateKey('\\n', '')],
  ['a private key', privateKey('\n', 'OPENSSH ')],
  ['a password in a URL', `mongodb+srv://app:${fake(12)}@cluster0.example.net/orders`],
  ['a password in a URL', `postgres://admin:hunter2@db.example.com:5432/app`],
  ['a password in a URL', `https://:${fake(12)}@proxy.example.com`],
];
