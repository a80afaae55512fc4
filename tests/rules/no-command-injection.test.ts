import rule from '../../rules/no-command-injection.js';
import { check, quiet, tainted } from './rule-tester.js';

const head = `import { exec, execFile, execSync, spawn } from 'node:child_process';\n`;

check('no-command-injection', rule, {
  valid: [
    {
      name: 'a script that is started by hand',
      code: "import { execSync } from 'node:child_process';\nimport { names } from './names.js';\nfor (const name of names()) execSync(`zip -q ${name}.zip ${name}`);",
      filename: 'scripts/build.mjs',
      options: [{ dynamic: 'always' }],
    },
    {
      name: 'a program that asks at a terminal',
      code: "import { execSync } from 'node:child_process';\nimport readline from 'node:readline';\nimport { name } from './names.js';\nreadline.createInterface({ input: process.stdin }).question('go on?', () => execSync(`deploy ${name()} --now`));",
      options: [{ dynamic: 'always' }],
    },
    ...[
      ...["byteLength('utf8')", 'charCodeAt(0)', 'codePointAt(0)', "compare('a')", "endsWith('a')", "equals('a')", "includes('a')"],
      ...["indexOf('a')", 'isWellFormed()', "lastIndexOf('a')", "localeCompare('a')", 'readInt8(0)', 'readInt32BE(0)', 'readInt32LE(0)'],
      ...['readUInt8(0)', 'readUInt16BE(0)', 'readUInt16LE(0)', 'readUInt32BE(0)', 'readUInt32LE(0)', 'search(/a/)', "startsWith('a')"],
    ].map(call => ({
      name: `a number or a boolean, ${call}`,
      code: `import { exec } from 'node:child_process';\nexport const handler = async event => { const found = event.body.${call}; exec('head -c ' + found); };`,
    })),
    {
      name: 'an address that the SDK signed, which is encoded',
      code: `import { execSync } from 'node:child_process';\nimport { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';\nimport { getSignedUrl } from '@aws-sdk/s3-request-presigner';\nconst client = new S3Client({});\nexport const handler = async event => { const address = await getSignedUrl(client, new GetObjectCommand({ Bucket: 'b', Key: event.key }), { expiresIn: 60 }); execSync(\`ffprobe "\${address}"\`); };`,
    },
    {
      name: 'a program of its own in a callback of a built-in function that no model describes',
      code: `import crypto from 'node:crypto';
import { execSync } from 'node:child_process';
export const handler = async event => { crypto.generateKeyPair('rsa', {}, (error, key) => { execSync('df'); }); };`,
    },
    {
      name: 'what somebody at a terminal answered',
      code: `import prompt from 'prompt';\nimport { execSync } from 'node:child_process';\nprompt.get(['name'], (error, { name }) => execSync('mkdir ' + name));`,
      options: [{ dynamic: 'always' }],
    },
    {
      name: 'a program of unknown origin, which no shell reads',
      code: `import { spawn } from 'node:child_process';
export const run = (program, args) => spawn(program, args);
export const handler = async event => event;`,
      options: [{ dynamic: 'always' }],
    },
    {
      name: 'a handler in a test',
      code: `import { exec } from 'node:child_process';
export const handler = async event => exec(event.body);`,
      filename: 'run.test.ts',
    },
    {
      name: 'what comes before the event in the parameters',
      code: `import { exec } from 'node:child_process';
export const lambdaHandlerConstructor = async (dependencies, event, context) => exec(\`ls \${dependencies.env.FOLDER}\`);`,
      options: [{ dynamic: 'never' }],
    },
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
      name: 'options of unknown origin choose no shell',
      code: `${head}import { options } from './options.js';\nexport const handler = async event => exec('sync', options, () => console.log(event.id));`,
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
      name: 'a script that others import',
      code: "import { execSync } from 'node:child_process';\nexport const pack = name => execSync(`zip -q ${name}.zip ${name}`);",
      filename: 'scripts/build.mjs',
      options: [{ dynamic: 'always' }],
      errors: [{ messageId: 'dynamic' }],
    },
    {
      name: 'an address that another function made',
      code: `import { execSync } from 'node:child_process';\nimport { getSignedUrl } from './sign.js';\nexport const handler = async event => { const address = await getSignedUrl(event.key); execSync(\`ffprobe "\${address}"\`); };`,
      errors: [{ messageId: 'dynamic' }],
    },
    {
      name: 'in a callback of a built-in function that no model describes',
      code: `import crypto from 'node:crypto';
import { execSync } from 'node:child_process';
export const handler = async event => { crypto.generateKeyPair('rsa', {}, () => { execSync('ls ' + event.folder); }); };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'what a callback was given',
      code: `import ask from './ask.js';\nimport { execSync } from 'node:child_process';\nask.get(['name'], (error, { name }) => execSync('mkdir ' + name));`,
      options: [{ dynamic: 'always' }],
      errors: [{ messageId: 'dynamic' }],
    },
    {
      name: 'a program of unknown origin, which a shell reads',
      code: `import { spawn } from 'node:child_process';
export const run = (program, args) => spawn(program, args, { shell: true });
export const handler = async event => event;`,
      options: [{ dynamic: 'always' }],
      errors: [{ messageId: 'dynamic' }, { messageId: 'dynamic' }],
    },
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
      name: 'of two functions under one name each is read, as on a page of examples',
      code: `const cp = require('child_process');\nexports.handler = async event => cp.exec('a ' + event.x);\nexports.handler = async event => cp.exec('b ' + event.y);`,
      errors: [
        { messageId: 'tainted', line: 2 },
        { messageId: 'tainted', line: 3 },
      ],
    },
    {
      name: 'an assembled command of unknown origin, in a file with a handler',
      code: `${head}export const run = name => exec('run ' + name);\nexport const handler = async () => 1;`,
      errors: [{ messageId: 'dynamic', line: 2 }],
    },
    {
      name: 'a function that is exported below, in a file without a handler',
      options: [{ dynamic: 'always' }],
      code: `import { exec } from 'child_process';
        function run(name) { exec('report ' + name); }
        export { run };`,
      errors: [{ messageId: 'dynamic' }],
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

check('no-command-injection, by construct', rule, {
  valid: quiet(head, {
    'the command is constant, the value goes to its standard input': "const child = spawn('sort'); child.stdin.end(event.text);",
    'the shell option is false': "spawn('convert', [event.file], { shell: false });",
    'a shell with a constant script takes the value as its argument': "spawn('sh', ['-c', 'cat \"$1\"', 'sh', event.file]);",
    'the value chooses one of two constants': "exec(event.long ? 'ls -l' : 'ls');",
    'every value of a list is tested': [
      "const formats = ['png', 'jpg'];",
      "const wanted = JSON.parse(event.body).formats; if (!wanted.every(f => formats.includes(f))) return; exec('convert ' + wanted.join(' '));",
    ],
    'a switch over constants picks the program':
      "let tool; switch (event.kind) { case 'a': tool = 'gzip'; break; default: tool = 'xz'; } execFile(tool, [event.file]);",
    'the value is the length of a list': "exec('head -n ' + event.Records.length);",
    'the value is in the environment of the command, not in its text': "exec('printenv NAME', { env: { NAME: event.name } });",
    'the value is a time': "exec('touch -d @' + new Date(event.time).getTime() + ' x');",
    'the value is looked up in a Map of constants': [
      "const tools = new Map([['a', 'gzip']]);",
      "const tool = tools.get(event.tool); if (tool === undefined) return; exec(tool + ' x');",
    ],
    'the value is wrapped in a quoting function of the file': [
      "const digits = text => text.replace(/[^0-9]/g, '');",
      "exec('head -n ' + digits(event.n));",
    ],
    'the text of the value matches as a whole': "if (!String(event.file).match(/^[a-z]+$/)) return; exec('cat ' + event.file);",
    'a word has nothing to decode in it': "if (!/^[a-z]+$/.test(event.file)) return; exec('cat ' + decodeURIComponent(event.file));",
    'the same text goes to a log only': "const line = 'convert ' + event.file; console.log(line); exec('convert x');",
    'the value was replaced by its digest': [
      "import { createHash } from 'node:crypto';",
      "exec('touch ' + createHash('sha256').update(event.name).digest('hex'));",
    ],
  }),
  invalid: tainted(head, {
    'the shell option is true': "spawn('convert', [event.file], { shell: true });",
    'the shell option names a shell': "execFile('convert', [event.file], { shell: '/bin/bash' });",
    'a shell gets the value in its script': "spawn('sh', ['-c', 'cat ' + event.file, 'sh']);",
    'the event may be the command': "exec(event.long ? 'ls -l' : event.command);",
    'some value of a list is tested': [
      "const formats = ['png', 'jpg'];",
      "const wanted = JSON.parse(event.body).formats; if (!wanted.some(f => formats.includes(f))) return; exec('convert ' + wanted.join(' '));",
    ],
    'a quote around the value is no quoting': 'exec("cat \'" + event.file + "\'");',
    'parts joined with blanks': "exec(['convert', event.file, 'x.png'].join(' '));",
    'the text is a default of a parameter': ["const run = (file, line = 'cat ' + file) => execSync(line);", 'run(event.file);'],
    'through a map over the records':
      "await Promise.all(event.Records.map(async ({ body }) => { execSync('file ' + JSON.parse(body).name); }));",
    'through a static method': ['class Shell { static run(line) { return execSync(line); } }', "Shell.run('cat ' + event.file);"],
    'through a generator': [
      "function* lines(e) { for (const r of e.Records) yield 'cat ' + r.body; }",
      'for (const line of lines(event)) execSync(line);',
    ],
    'through a callback that is passed in': [
      'const each = (list, act) => { for (const item of list) act(item); };',
      "each(event.Records, r => execSync('cat ' + r.body));",
    ],
    'in a tagged template that joins its parts':
      "import('node:child_process').then(({ exec: run }) => run(String.raw`cat ${event.file}`));",
    'decoded after it was tested': "if (!/^[a-z%0-9]+$/.test(event.file)) return; exec('cat ' + decodeURIComponent(event.file));",
    'unpacked after it was tested':
      "if (!/^[A-Za-z0-9+/=]+$/.test(event.file)) return; exec('cat ' + Buffer.from(event.file, 'base64').toString());",
    'picked out of a list by name': ["import _ from 'lodash';", "exec('cat ' + _.map(JSON.parse(event.body).files, 'name').join(' '));"],
    'a check of the first character guards nothing': "if (event.file.startsWith('-')) return; exec('cat ' + event.file);",
  }),
});

check('no-command-injection, encoded', rule, {
  valid: quiet(head, {
    'base64 has no character of a shell': "return exec(`decode ${Buffer.from(event.text).toString('base64')}`);",
    'a name that the runtime makes': 'return exec(`mkdir /tmp/${crypto.randomUUID()}`);',
    'a check of a library that throws': [
      "import invariant from 'tiny-invariant';",
      'invariant(/^[a-z]+$/.test(event.text)); return exec(`echo ${event.text}`);',
    ],
  }),
  invalid: tainted(head, {
    'what base64 held is any text again': "return exec(`decode ${Buffer.from(event.text, 'base64').toString('utf8')}`);",
    'a library that throws, given another check': [
      "import invariant from 'tiny-invariant';",
      'invariant(event.text); return exec(`echo ${event.text}`);',
    ],
  }),
});
