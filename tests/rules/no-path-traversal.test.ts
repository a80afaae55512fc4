import rule from '../../rules/no-path-traversal.js';
import { check, quiet, tainted } from './rule-tester.js';

check('no-path-traversal', rule, {
  valid: [
    {
      name: 'the names in a directory, which lead to no other',
      code: "import fs from 'node:fs';\nimport path from 'node:path';\nexport const handler = async event => { const folder = path.join('/tmp', path.basename(event.id)); for (const name of fs.readdirSync(folder)) fs.readFileSync(path.join(folder, name)); };",
    },
    {
      name: 'an object key below the folder of the user who is signed in',
      code: `import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';\nconst s3 = new S3Client({});\nexport const handler = async event => { const claims = event.requestContext?.authorizer?.claims || {}; const { key, user } = JSON.parse(event.body); const own = \`users/\${claims.sub || 'unknown'}/\`; if (!key.startsWith(own)) return { statusCode: 403 }; return s3.send(new GetObjectCommand({ Bucket: 'b', Key: key })); };`,
    },
    {
      name: 'an object key that keeps its prefix through a copy by JSON and through decoding',
      code: `import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';
const s3 = new S3Client({});
const get = request => s3.send(new GetObjectCommand({ Bucket: process.env.BUCKET, Key: decodeURIComponent(JSON.parse(request.body).key) }));
export const handler = async event => get({ body: JSON.stringify({ key: \`files/\${event.pathParameters.name}\` }) });`,
    },
    {
      name: 'a name without a separator and without two dots',
      code: `import { readFile } from 'node:fs/promises';
import path from 'node:path';
export const handler = async event => { const { name } = event.pathParameters; if (name.includes('/') || name.includes('..')) throw new Error('no'); return readFile(path.join('/mnt', name)); };`,
    },
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
      name: 'the names in an archive’s list, which the program has read itself',
      code: "import fs from 'node:fs';\nimport path from 'node:path';\nexport const handler = async event => { const folder = path.join('/tmp', path.basename(event.id)); for (const name of fs.readFileSync(path.join(folder, 'list'), 'utf8').split('\\n')) fs.readFileSync(path.join(folder, name)); };",
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'an object key below a folder that the request names, and one that only starts like that of the user',
      code: `import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';\nconst s3 = new S3Client({});\nexport const handler = async event => { const claims = event.requestContext?.authorizer?.claims || {}; const { key, user } = JSON.parse(event.body); if (!key.startsWith(\`users/\${user}/\`)) return { statusCode: 403 }; await s3.send(new GetObjectCommand({ Bucket: 'b', Key: key })); if (!key.startsWith(\`users/\${claims.sub}\`)) return { statusCode: 403 }; return s3.send(new GetObjectCommand({ Bucket: 'b', Key: key })); };`,
      errors: [{ messageId: 'tainted' }, { messageId: 'tainted' }],
    },
    {
      name: 'an object key without a prefix, through a copy by JSON and through decoding',
      code: `import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';
const s3 = new S3Client({});
const get = request => s3.send(new GetObjectCommand({ Bucket: process.env.BUCKET, Key: decodeURIComponent(JSON.parse(request.body).key) }));
export const handler = async event => get({ body: JSON.stringify({ key: event.pathParameters.name }) });`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'a name that does not have both',
      code: `import { readFile } from 'node:fs/promises';
import path from 'node:path';
export const handler = async event => { const { name } = event.pathParameters; if (name.includes('/') && name.includes('..')) throw new Error('no'); return readFile(path.join('/mnt', name)); };`,
      errors: [{ messageId: 'tainted' }],
    },
    {
      name: 'the attachments of a mail that the event names',
      code: `import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';
import { simpleParser } from 'mailparser';
import { writeFile } from 'node:fs/promises';
const s3 = new S3Client({});
export const handler = async event => { const { mail } = event.Records[0].ses; const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'mail', Key: \`in/\${mail.messageId}\` })); const { attachments } = await simpleParser(await Body.transformToString()); await writeFile(\`/tmp/\${attachments[0].filename}\`, 'x'); };`,
      errors: [{ messageId: 'tainted' }],
    },
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

const files = "import fs from 'node:fs';\nimport path from 'node:path';\nimport { readFile, writeFile } from 'node:fs/promises';\n";
check('no-path-traversal, by construct', rule, {
  valid: quiet(files, {
    'the base name of an object key':
      "const key = decodeURIComponent(event.Records[0].s3.object.key); return writeFile('/tmp/' + path.basename(key), 'x');",
    'a path that was resolved and lies below its root':
      "const file = path.resolve('/data', event.name); if (!file.startsWith('/data/')) throw new Error('no'); return readFile(file);",
    'a root and its separator in variables': [
      "const root = path.resolve('/data');",
      'const file = path.resolve(root, event.name); if (!file.startsWith(root + path.sep)) return; return readFile(file);',
    ],
    'a relative path that does not lead up': [
      "const root = '/data';",
      "const file = path.join(root, event.name); const inner = path.relative(root, file); if (inner.startsWith('..') || path.isAbsolute(inner)) return; return readFile(file);",
    ],
    'a name of one segment': "const name = event.path.split('/').pop(); return readFile('/data/' + name);",
    'a generated name': [
      "import { randomUUID } from 'node:crypto';",
      'const file = `/tmp/${randomUUID()}`; await writeFile(file, event.body); return readFile(file);',
    ],
    'a name that matches as a whole': "if (!/^[\\w-]+\\.json$/.test(event.name)) return; return readFile('/data/' + event.name);",
    'the content is from the event, the name is not': "return writeFile('/tmp/body', event.body);",
    'a constant folder of two': "return readFile(path.join(event.old ? '/old' : '/new', 'list.json'));",
    'joining alone opens nothing': "const name = path.join('/data', event.name); return name.length;",
    'a number as a name': 'return readFile(`/data/${Number(event.id)}.json`);',
    'the id of the request': 'return writeFile(`/tmp/${event.requestContext.requestId}`, event.body);',
    'a download to a fixed place': [
      "import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';\nconst s3 = new S3Client({});",
      "const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'b', Key: 'fixed' })); return writeFile('/tmp/object', Body); return event;",
    ],
    'the object that S3 says has changed': [
      "import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';\nconst s3 = new S3Client({});",
      "return s3.send(new GetObjectCommand({ Bucket: 'b', Key: event.Records[0].s3.object.key }));",
    ],
    'an object behind a prefix': [
      "import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';\nconst s3 = new S3Client({});",
      "return s3.send(new GetObjectCommand({ Bucket: 'b', Key: `public/${event.queryStringParameters.key}` }));",
    ],
    'an object that another function names': [
      "import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';\nconst s3 = new S3Client({});",
      'return s3.send(new GetObjectCommand({ Bucket: event.bucket, Key: event.key }));',
    ],
    'bytes of an archive, not its name': [
      "import AdmZip from 'adm-zip';",
      "const zip = new AdmZip(Buffer.from(event.body, 'base64')); return zip.getEntries().length;",
    ],
    'bytes of an image, not its name': [
      "import sharp from 'sharp';",
      "return sharp(Buffer.from(event.body, 'base64')).resize(10).toBuffer();",
    ],
  }),
  invalid: tainted(files, {
    'an object key below /tmp':
      "const key = decodeURIComponent(event.Records[0].s3.object.key.replace(/\\+/g, ' ')); return writeFile(`/tmp/${key}`, 'x');",
    'a path that was resolved and is only asked for its start without a separator':
      "const file = path.resolve('/data', event.name); if (!file.startsWith('/data')) throw new Error('no'); return readFile(file);",
    'a path that was not resolved':
      "const file = '/data/' + event.name; if (!file.startsWith('/data/')) throw new Error('no'); return readFile(file);",
    'joining takes no dots out of the way': "return readFile(path.join('/data', event.name));",
    'a relative path that is looked at and read all the same': [
      "const root = '/data';",
      "const file = path.join(root, event.name); if (path.relative(root, file).startsWith('..')) console.warn('odd'); return readFile(file);",
    ],
    'dots are taken out once': "return readFile('/data/' + event.name.replace('../', ''));",
    'a name that matches somewhere': "if (!/[\\w-]+\\.json/.test(event.name)) return; return readFile('/data/' + event.name);",
    'the second path of a copy': "return fs.promises.copyFile('/tmp/a', event.target);",
    'a stream': "fs.createReadStream('/data/' + event.name).pipe(process.stdout);",
    'a callback style call': "fs.unlink('/tmp/' + event.name, () => {});",
    'the entry of an archive': [
      "import AdmZip from 'adm-zip';",
      "const zip = new AdmZip(Buffer.from(event.body, 'base64')); for (const entry of zip.getEntries()) fs.writeFileSync('/tmp/' + entry.entryName, entry.getData());",
    ],
    'an archive that is unpacked where the event says': [
      "import * as tar from 'tar';",
      "return tar.x({ file: '/tmp/a.tgz', cwd: event.folder });",
    ],
    'an object that the caller asks for': [
      "import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';\nconst s3 = new S3Client({});",
      "return s3.send(new GetObjectCommand({ Bucket: 'b', Key: event.queryStringParameters.key }));",
    ],
    'a link to an object that the body names': [
      "import AWS from 'aws-sdk';\nconst s3 = new AWS.S3();",
      "const { key } = JSON.parse(event.body); return s3.getSignedUrl('putObject', { Bucket: 'b', Key: key });",
    ],
    'through a helper that downloads': [
      "const save = async (key, data) => { const file = path.join('/tmp', key); await writeFile(file, data); return file; };",
      "for (const { s3 } of event.Records) await save(s3.object.key, 'x');",
    ],
    'through a store': [
      'class Store { constructor(root) { this.root = root; } open(name) { return fs.openSync(`${this.root}/${name}`); } }',
      "return new Store('/data').open(event.pathParameters.name);",
    ],
    'through a stack of folders':
      "let folder = '/data'; for (const part of event.parts) folder = path.join(folder, part); return fs.readdirSync(folder);",
  }),
});

const archive = "import JSZip from 'jszip';\nimport fs from 'node:fs';\n";
check('no-path-traversal, names without and with folders', rule, {
  valid: quiet(archive, {
    'each slash is replaced': "for (const { s3 } of event.Records) fs.writeFileSync(`/tmp/${s3.object.key.replace(/\\//g, '_')}`, 'x');",
    'how many entries an archive has':
      "const zip = await JSZip.loadAsync(event.body); fs.writeFileSync(`/tmp/${Object.keys(zip.files).length}`, 'x');",
  }),
  invalid: tainted(archive, {
    'the first slash alone is replaced':
      "for (const { s3 } of event.Records) fs.writeFileSync(`/tmp/${s3.object.key.replace('/', '_')}`, 'x');",
    'the names of the entries, as keys':
      "const zip = await JSZip.loadAsync(event.body); for (const name of Object.keys(zip.files)) fs.writeFileSync(`/tmp/${name}`, 'x');",
  }),
});
