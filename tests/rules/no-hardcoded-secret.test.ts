import rule from '../../rules/no-hardcoded-secret.js';
import { check } from './rule-tester.js';

check('no-hardcoded-secret', rule, {
  valid: [
    { name: 'read at run time', code: 'const password = process.env.DB_PASSWORD;' },
    { name: 'a length', code: "const passwordLength = '16';" },
    { name: 'a placeholder', code: "const apiKey = '<your-api-key>';" },
    { name: 'the name of a secret', code: "const secretName = 'prod/app/db';" },
  ],
  invalid: [
    { name: 'a password by name and shape', code: "const dbPassword = 'Xk29!vQ-71pL0z';", errors: [{ messageId: 'shape' }] },
    {
      name: 'credentials in a URL',
      code: "const url = 'postgres://app:Zk91xQpL77@db.internal:5432/app';",
      errors: [{ messageId: 'shape' }],
    },
    {
      name: 'a key where only a key can stand',
      code: "import { createHmac } from 'node:crypto';\nconst mac = createHmac('sha256', 'b9d1f6a7c2e84503');",
      errors: [{ messageId: 'shape' }],
    },
  ],
});
