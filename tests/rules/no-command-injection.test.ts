import rule from '../../rules/no-command-injection.js';
import { check } from './rule-tester.js';

const head = `import { exec, execFile, execSync, spawn } from 'node:child_process';\n`;

check('no-command-injection', rule, {
  valid: [
    {
      name: 'the value is an argument and no shell parses it',
      code: `${head}export const handler = async event => execFile('convert', [event.file]);`,
    },
    {
      name: 'spawn without a shell takes its arguments as they are',
      code: `${head}export const handler = async event => spawn('convert', [event.file]);`,
    },
    { name: 'the command is constant', code: `${head}export const handler = async event => exec('sync');` },
    {
      name: 'the value was overwritten by a constant',
      code: `${head}export const handler = async event => { let f = event.file; f = 'a'; exec('cat ' + f); };`,
    },
    {
      name: 'the value is one of a constant list',
      code: `${head}const ok = ['a', 'b'];\nexport const handler = async event => { if (!ok.includes(event.f)) return; exec('cat ' + event.f); };`,
    },
    {
      name: 'the value is one of a constant Set, tested by a helper that throws',
      code: `${head}const ok = new Set(['a']);\nfunction must(x) { if (!ok.has(x)) throw new Error('no'); }\nexport const handler = async event => { must(event.f); exec('cat ' + event.f); };`,
    },
    {
      name: 'an anchored pattern closes the value',
      code: `${head}export const handler = async event => { if (!/^[a-z]+$/.test(event.f)) return; exec('cat ' + event.f); };`,
    },
    { name: 'a number carries no command', code: `${head}export const handler = async event => exec('head -n ' + Number(event.n));` },
    {
      name: 'AWS wrote the request id',
      code: `${head}export const handler = async event => exec('log ' + event.requestContext.requestId);`,
    },
    {
      name: 'the exec is a method of another library',
      code: `import { exec } from './db.js';\nexport const handler = async event => exec('select ' + event.id);`,
    },
    {
      name: 'a local function of the same name is no shell',
      code: `function exec(text) { return text.length; }\nexport const handler = async event => exec('a ' + event.id);`,
    },
    {
      name: 'a listener of the program is no handler',
      code: `${head}import { EventEmitter } from 'node:events';\nnew EventEmitter().on('job', event => exec('run ' + event.name));`,
    },
    {
      name: 'only the helper that gets the event is one, and it quotes',
      code: `${head}import { quote } from 'shell-quote';\nexport const handler = async event => exec('cat ' + quote([event.f]));`,
    },
    {
      name: 'no tier but the proven one is asked for',
      code: `${head}export const run = name => exec('run ' + name);\nexport const handler = async () => run('x');`,
      options: [{ dynamic: 'never' }],
    },
  ],
  invalid: [
    {
      name: 'the value is part of a shell command, and the message says which event field it is',
      code: `${head}export const handler = async event => exec('convert ' + event.file);`,
      errors: [
        {
          messageId: 'tainted',
          line: 2,
          column: 44,
          data: {
            sink: 'exec()',
            harm: 'runs a command line that contains',
            source: 'event data, event.file',
            path: '',
            advice: 'Pass the value as its own argument, without a shell.',
          },
        },
      ],
    },
    {
      name: 'CommonJS spelling',
      code: `const cp = require('child_process');\nexports.handler = async event => cp.execSync(\`ls \${event.dir}\`);`,
      errors: [{ messageId: 'tainted', line: 2 }],
    },
    {
      name: 'through a function of the file, at the sink',
      code: `${head}const run = c => exec(c);\nexport const handler = async event => run('a ' + event.x);`,
      errors: [{ messageId: 'tainted', line: 2 }],
    },
    {
      name: 'through a method and a field of this',
      code: `${head}class Job { constructor(n) { this.n = n; } run() { exec('a ' + this.n); } }\nexport const handler = async event => new Job(event.n).run();`,
      errors: [{ messageId: 'tainted', line: 2 }],
    },
    {
      name: 'through a loop over the records',
      code: `${head}export const handler = async event => { for (const r of event.Records) exec('a ' + r.body); };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'through an array that a callback fills',
      code: `${head}export const handler = async event => { const all = []; event.Records.forEach(r => all.push(r.body)); exec(all.join(' ')); };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'a guard whose outcome is not used guards nothing',
      code: `${head}export const handler = async event => { /^[a-z]+$/.test(event.f); exec('cat ' + event.f); };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'a pattern without anchors guards nothing',
      code: `${head}export const handler = async event => { if (!/[a-z]+/.test(event.f)) return; exec('cat ' + event.f); };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'a check that only logs guards nothing',
      code: `${head}const ok = ['a'];\nexport const handler = async event => { if (!ok.includes(event.f)) console.log('bad'); exec('cat ' + event.f); };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'a denylist cleans nothing',
      code: `${head}export const handler = async event => exec('cat ' + event.f.replace(/;/g, ''));`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'spawn with a shell parses its arguments',
      code: `${head}export const handler = async event => spawn('convert', [event.file], { shell: true });`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'the event chooses the program',
      code: `${head}export const handler = async event => execFile(event.tool, []);`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'after promisify',
      code: `import { promisify } from 'node:util';\n${head}const run = promisify(exec);\nexport const handler = async event => run('a ' + event.x);`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'an assembled command of unknown origin, in a file with a handler',
      code: `${head}export const run = name => exec('run ' + name);\nexport const handler = async () => 1;`,
      errors: [{ messageId: 'dynamic', line: 2 }],
    },
    {
      name: 'the same anywhere, when always is asked for',
      code: `${head}export const run = name => exec('run ' + name);`,
      options: [{ dynamic: 'always' }],
      errors: [{ messageId: 'dynamic' }],
    },
    {
      name: 'a typed S3 handler names the key in words',
      code: `${head}import type { S3Event } from 'aws-lambda';\nexport const handler = async (event: S3Event) => execSync('file ' + event.Records[0].s3.object.key);`,
      errors: [
        {
          messageId: 'tainted',
          data: {
            sink: 'execSync()',
            harm: 'runs a command line that contains',
            source: 'the S3 object key, event.Records[0].s3.object.key',
            path: '',
            advice: 'Pass the value as its own argument, without a shell.',
          },
        },
      ],
    },
  ],
});
