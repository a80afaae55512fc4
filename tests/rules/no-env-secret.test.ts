import rule from '../../rules/no-env-secret.js';
import { check } from './rule-tester.js';

check('no-env-secret', rule, {
  valid: [
    { name: 'the ARN of a secret', code: 'const arn = process.env.DB_SECRET_ARN;' },
    { name: "a table's name", code: 'const { TABLE_NAME } = process.env;' },
    { name: 'a write', code: "process.env.API_KEY = 'x';" },
  ],
  invalid: [
    { name: 'a password', code: 'const password = process.env.DB_PASSWORD;', errors: [{ messageId: 'shape' }] },
    { name: 'destructured', code: 'const { JWT_SECRET } = process.env;', errors: [{ messageId: 'shape' }] },
    { name: 'through an alias', code: "const env = process.env;\nconst key = env['STRIPE_API_KEY'];", errors: [{ messageId: 'shape' }] },
  ],
});
