import rule from '../../rules/no-path-traversal.js';
import { check } from './rule-tester.js';

check('no-path-traversal', rule, {
  valid: [
    {
      name: 'the base name alone',
      code: "import fs from 'node:fs';\nimport path from 'node:path';\nexport const handler = async event => fs.readFileSync('/tmp/' + path.basename(event.name));",
    },
    {
      name: 'joining opens nothing',
      code: "import path from 'node:path';\nexport const handler = async event => path.join('/tmp', event.name);",
    },
    {
      name: 'a constant path',
      code: "import fs from 'node:fs';\nexport const handler = async event => fs.readFileSync('/var/task/VERSION');",
    },
  ],
  invalid: [
    {
      name: 'a name from the event',
      code: "import fs from 'node:fs';\nexport const handler = async event => fs.readFileSync('/tmp/' + event.name);",
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'an object key',
      code: "import fs from 'node:fs/promises';\nimport path from 'node:path';\nexport const handler = async event => fs.readFile(path.join('/mnt', event.Records[0].s3.object.key));",
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'through a function',
      code: "import fs from 'node:fs';\nconst read = p => fs.readFileSync(p);\nexport const handler = async event => read(event.name);",
      errors: [{ messageId: 'tainted' }],
    },
  ],
});
