import { describe, expect, it } from 'vitest';
import { isSecretEnvironmentName, isSecretName, wordsOf } from '../../lib/secrets/names.js';

const each = (names: string): readonly string[] => names.trim().split(/\s+/);

describe('wordsOf', () => {
  it.each([
    ['dbAPIKey', 'db api key'],
    ['DB_PASSWORD_2', 'db password 2'],
    ['x-api-key', 'x api key'],
    ['userJWT', 'user jwt'],
    ['', ''],
  ])('%s', (name, words) => {
    expect(wordsOf(name).join(' ')).toBe(words);
  });
});

describe('isSecretName', () => {
  it.each(
    each(`password PASSWORD dbPassword db_password DB-PASSWORD userPwd passwd passphrase dbpassword mypassword smtpPass DB_PASS secret clientSecret
      client_secret appsecret JWT_SECRET jwtSecret secretString token accessToken access_token authToken authtoken bearerToken refreshToken
      githubToken SLACK_BOT_TOKEN apiKey api_key APIKEY stripeApiKey x-api-key secretKey secret_access_key secretAccessKey privateKey private_key_pem
      encryptionKey signingKey hmacKey masterKey webhookSecret credential credentials password2 oldPassword tokenValue licenseKey mnemonic`),
  )('%s', name => {
    expect(isSecretName(name)).toBe(true);
  });

  it.each(
    each(`passwordLength password_min_length PASSWORD_POLICY passwordField passwordInput passwordPlaceholder passwordLabel passwordRegex passwordHash
      secretArn SECRET_ARN secretName secretId secretPath secretsManager secretsManagerEndpoint secretRotation tokenCount tokenType token_type
      tokenUrl tokenEndpoint tokenExpiry tokenExpiresIn TOKEN_TTL tokenIssuer tokenAudience tokenizer tokenize tokens maxTokens max_tokens
      SigningTokenKmsKey SECRET_KMS_KEY nextToken NextToken nextPageToken continuationToken paginationToken startingToken pageToken clientToken clientRequestToken
      idempotencyToken taskToken csrfToken cancelToken cancellationToken syntaxToken keyword key keys primaryKey partitionKey sortKey publicKey
      objectKey s3Key cacheKey kmsKeyId accessKeyId apiKeyId apiKeyHeader publicToken hasPassword isSecret requirePassword forgotPassword
      resetPasswordUrl changePasswordForm getSecret fetchToken validateToken author authority compass bypass passenger passed secretary
      tokenAddress tokenSymbol fakeToken mockApiKey dummyPassword credentialsProvider designToken authMode authorizer salt hash cookieName sessionId username`),
  )('not %s', name => {
    expect(isSecretName(name)).toBe(false);
  });
});

describe('isSecretEnvironmentName', () => {
  it.each(
    each(`DB_PASSWORD DATABASE_PASSWD MYSQL_PWD KEY_PASSPHRASE JWT_SECRET CLIENT_SECRET API_KEY APIKEY STRIPE_API_KEY SLACK_TOKEN GITHUB_TOKEN PRIVATE_KEY
      SECRET SECRET_KEY TOKEN PASSWORD BASIC_AUTH REDIS_AUTH DB_CREDENTIALS ENCRYPTION_KEY SECRET_GITHUB PASSWORD_PROD DB_PASS dbPassword`),
  )('%s', name => {
    expect(isSecretEnvironmentName(name)).toBe(true);
  });

  it.each(
    each(`SECRET_ARN DB_SECRET_ARN SECRET_NAME SECRET_ID DB_PASSWORD_PATH DB_PASSWORD_PARAM DB_PASSWORD_PARAMETER SECRET_PREFIX TOKEN_URL TOKEN_TTL
      TOKEN_TABLE TOKEN_TABLE_NAME PASSWORD_LENGTH PASSWORD_MIN_LENGTH TOKEN_EXPIRY TOKEN_EXPIRATION TOKEN_EXPIRES_IN SECRETS_MANAGER_ENDPOINT
      PARAMETERS_SECRETS_EXTENSION_HTTP_PORT SECRET_ROTATION_DAYS TOKEN_ISSUER PASSWORD_POLICY MAX_TOKENS NEXT_TOKEN KMS_KEY_ID TABLE_NAME AUTH_MODE
      AUTH_TABLE ENABLE_AUTH AWS_SESSION_TOKEN AWS_SECRET_ACCESS_KEY AWS_ACCESS_KEY_ID PWD OLDPWD PUBLIC_KEY AWS_REGION KEYBOARD BYPASS`),
  )('not %s', name => {
    expect(isSecretEnvironmentName(name)).toBe(false);
  });
});
