import { describe } from 'vitest';
import { library, libraryInFull, shapes } from './kinds-of-lines.js';

describe('Node', () => {
  library(
    'child_process: a shell reads its command line; an argument list is read by nobody',
    `import cp, { execSync, spawn, execFile, fork } from 'node:child_process';`,
    [
      ['cp.exec(`ls ${event.a}`)', 'command'],
      ['execSync(event.a)', 'command'],
      [`spawn(event.a, ['-l'])`, 'command'],
      [`spawn('ls', [event.a])`],
      [`spawn('ls', [event.a], { shell: true })`, 'command'],
      [`spawn('ls', [event.a], { shell: false })`],
      [`execFile('convert', [event.a, 'out.png'])`],
      [`execFile('convert', [event.a], { shell: '/bin/bash' })`, 'command'],
      [`spawn('sh', ['-c', event.a])`, 'command'],
      [`spawn('sh', ['-c', 'echo $0', event.a])`],
      [`spawn('bash', ['-e', '-c', event.a])`, 'command'],
      [`spawn('node', ['-e', event.a])`, 'code'],
      [`spawn('node', ['script.js', event.a])`],
      [`fork(event.a)`, 'command'],
      [`fork('worker.js', [event.a])`],
      [`exec('ls', { shell: event.a })`, 'command'],
    ],
  );

  library('cross-spawn: the module is spawn', `import spawn from 'cross-spawn';`, [
    [`spawn(event.a)`, 'command'],
    [`spawn('ls', [event.a])`],
    [`spawn('ls', [event.a], { shell: true })`, 'command'],
    [`spawn.sync('sh', ['-c', event.a])`, 'command'],
    [`spawn.sync('ls', ['-c', event.a])`],
  ]);

  library(
    'fs: the name of a file, not its content',
    `import fs, { promises } from 'node:fs'; import { readFile } from 'fs/promises'; import fse from 'fs-extra';`,
    [
      ['fs.readFileSync(event.a)', 'path'],
      ['await promises.writeFile(event.a, "x")', 'path'],
      [`await promises.writeFile('/tmp/x', event.a)`, 'temporary-file'],
      [`await promises.writeFile('/opt/x', event.a)`],
      ['await readFile(`/tmp/${event.a}`)', 'path'],
      [`fs.copyFile('/tmp/a', event.a, () => {})`, 'path'],
      [`fs.createReadStream(event.a)`, 'path'],
      [`fs.createWriteStream('/tmp/x').write(event.a)`],
      [`await fse.outputJson(event.a, {})`, 'path'],
      [`await fse.move('/tmp/a', event.a)`, 'path'],
      [`fs.mkdirSync('/tmp/x', { mode: event.a })`],
      [`const content = fs.readFileSync(event.a, 'utf8'); exec(content)`, 'command path'],
      [`const content = fs.readFileSync('/tmp/x', 'utf8'); exec(content)`],
      [`fs.readFile(event.a, 'utf8', (error, content) => { exec(content); })`, 'command path'],
    ],
  );

  library(
    'vm, module, worker_threads, v8',
    `import vm from 'vm'; import { createRequire, Module } from 'node:module'; import { Worker } from 'worker_threads'; import v8 from 'v8'; const load = createRequire(import.meta.url);`,
    [
      ['vm.runInNewContext(event.a, {})', 'code'],
      ['new vm.Script(event.a)', 'code'],
      [`vm.runInNewContext('x + 1', { x: event.a })`],
      ['load(event.a)', 'module'],
      ['load.resolve(event.a)', 'module'],
      [`load('./x.json')`],
      [`new Module('x')._compile(event.a, 'x')`, 'code'],
      ['new Worker(event.a, { eval: true })', 'code'],
      ['new Worker(event.a)', 'module'],
      [`new Worker('./worker.js', { workerData: event.a })`],
      ['v8.deserialize(event.a)', 'deserialize'],
      ['v8.serialize(event.a)'],
    ],
  );

  libraryInFull('process and console', `import process from 'node:process';`, [
    ['console.log(event.a)', 'log text-log'],
    ['console.error("x", event)', 'log text-log'],
    ['console.log({ event })', 'log'],
    ['console.table(event.Records)', 'log'],
    [`console.log('received')`],
    ['process.stdout.write(event.a)', 'log text-log'],
    ['process.dlopen(module, event.a)', 'module'],
    ['process.chdir(event.a)', 'path'],
    ['console.log(process.env)', 'log text-log'],
    ['console.log(process.env.TABLE_NAME)'],
    ['console.log({ ...process.env })', 'log'],
    ['console.log(process.env.AWS_SESSION_TOKEN)', 'log text-log'],
    ['const { AWS_SECRET_ACCESS_KEY } = process.env; console.log(AWS_SECRET_ACCESS_KEY)', 'log text-log'],
  ]);

  library(
    'http, https, http2, net: the host, not the path',
    `import https, { request } from 'node:https'; import http2 from 'http2'; import net from 'net';`,
    [
      ['https.get(event.a, () => {})', 'url'],
      ['https.get(`https://api.example.com/${event.a}`, () => {})'],
      ['https.get(`https://${event.a}/x`, () => {})', 'url'],
      ['request({ hostname: event.a })', 'url'],
      [`request({ hostname: 'api.example.com', path: event.a })`],
      ['const call = request({ hostname: "api.example.com" }); call.write(event.a);'],
      ['http2.connect(event.a)', 'url'],
      ['net.connect(443, event.a)', 'url'],
      ['net.connect({ host: event.a, port: 443 })', 'url'],
      [`net.connect({ host: 'db.internal', port: event.a })`],
      [`https.get('https://api.example.com/' + event.a, response => { response.on('data', chunk => { exec(chunk); }); })`, 'command'],
      [`https.get('https://api.example.com/', response => { response.on('data', chunk => { exec(chunk); }); })`],
    ],
  );

  library('path: basename leaves no way out, join does', `import path from 'node:path'; import fs from 'fs';`, [
    [`fs.readFileSync(path.join('/tmp', event.a))`, 'path'],
    [`fs.readFileSync(path.resolve('/tmp', event.a))`, 'path'],
    [`fs.readFileSync(path.posix.join('/tmp', event.a))`, 'path'],
    [`fs.readFileSync(path.join('/tmp', path.basename(event.a)))`],
    [`exec(path.basename(event.a))`, 'command'],
    [`fs.readFileSync('/tmp/x' + path.extname(event.a))`],
    [`fs.readFileSync(path.join('/tmp', path.parse(event.a).name))`],
    [`fs.readFileSync(path.parse(event.a).dir)`, 'path'],
    [`exec(path.parse(event.a).name)`, 'command'],
    [`fs.readFileSync(path.format({ dir: event.a, base: 'x' }))`, 'path'],
  ]);

  library(
    'util, url, querystring, zlib, streams, crypto pass text on',
    `import util from 'util'; import url from 'url'; import querystring from 'querystring'; import zlib from 'zlib'; import { text } from 'stream/consumers'; import { StringDecoder } from 'string_decoder'; import readline from 'readline'; import crypto from 'crypto'; import fs from 'fs';`,
    [
      [`exec(util.format('ls %s', event.a))`, 'command'],
      [`exec(util.inspect(event.a))`, 'command'],
      [`fs.readFileSync(url.parse(event.a).pathname)`, 'path'],
      [`exec(querystring.parse(event.body).name)`, 'command'],
      [`exec(querystring.unescape(event.a))`, 'command'],
      [`fetch('https://' + querystring.escape(event.a))`],
      [`exec(zlib.gunzipSync(Buffer.from(event.a, 'base64')).toString())`, 'command'],
      [`zlib.gunzip(event.a, (error, data) => { exec(data.toString()); })`, 'command'],
      [`exec(await text(event.a))`, 'command'],
      [`exec(new StringDecoder('utf8').write(event.a))`, 'command'],
      [`for await (const line of readline.createInterface({ input: fs.createReadStream(event.a) })) exec(line);`, 'command path'],
      [`exec(crypto.createHash('sha256').update(event.a).digest('hex'))`],
      [`exec(crypto.randomUUID())`],
      [`exec(crypto.createDecipheriv('aes-256-gcm', key, iv).update(event.a, 'base64', 'utf8'))`, 'command'],
    ],
  );
});

describe('the language', () => {
  library('text as code', '', [
    ['eval(event.a)', 'code'],
    ['new Function(event.a)', 'code'],
    [`Function('a', event.a)`, 'code'],
    ['setTimeout(event.a, 10)', 'code'],
    ['setTimeout(() => event.a, 10)'],
    ['setTimeout(() => exec(event.a), 10)', 'command'],
    ['setTimeout(name => { exec(name); }, 10, event.a)', 'command'],
    ['await WebAssembly.compile(event.a)', 'code'],
    ['JSON.parse(event.a)'],
    ['require(event.a)', 'module'],
    ['require.resolve(event.a)', 'module'],
    ['await import(event.a)', 'module'],
    [`await import('./x.js')`],
  ]);

  library('requests', '', [
    ['await fetch(event.a)', 'url'],
    ['await fetch(`https://api.example.com/items/${event.a}`)'],
    [`await fetch('https://api.example.com', { body: event.a })`],
    ['await fetch(new Request(event.a))', 'url'],
    ['await fetch(new Request(`https://api.example.com/${event.a}`))'],
    ['new Request(event.a)'],
    ['new WebSocket(event.a)', 'url'],
    [`const answer = await fetch('https://api.example.com/' + event.a); exec((await answer.json()).name)`, 'command'],
    [`const answer = await fetch('https://api.example.com/'); exec((await answer.json()).name)`],
    [`const answer = await fetch('https://api.example.com/' + event.a); exec(await answer.text())`, 'command'],
  ]);

  library('encodings and what they make harmless', `import fs from 'fs';`, [
    ['await fetch(`https://${encodeURIComponent(event.a)}`)'],
    ['fs.readFileSync(`/tmp/${encodeURIComponent(event.a)}`)'],
    ['exec(encodeURIComponent(event.a))', 'command'],
    ['await fetch(encodeURI(event.a))', 'url'],
    ['exec(decodeURIComponent(event.a))', 'command'],
    ['exec(atob(event.a))', 'command'],
    [`exec(Buffer.from(event.a, 'base64').toString())`, 'command'],
    [`exec(Buffer.concat([Buffer.from(event.a)]).toString())`, 'command'],
    ['exec(structuredClone(body).name)', 'command'],
    ['exec(structuredClone(event).a)', 'command'],
    ['exec(new TextDecoder().decode(event.a))', 'command'],
    ['new RegExp(event.a)', 'regex'],
    ['new RegExp(RegExp.escape(event.a))'],
    ['exec(String(Number(event.a)))'],
    ['if (Number.isInteger(event.a)) exec(event.a)'],
    ['if (!isNaN(event.a)) exec(event.a)'],
    ['if (isFinite(event.a)) exec(event.a)'],
    ['if (!isFinite(event.a)) exec(event.a)', 'command'],
    ['if (isNaN(event.a)) exec(event.a)', 'command'],
  ]);
});

describe('calls that matter for their form', () => {
  shapes('removals and exits, by each way to name them', `import fs, { promises } from 'fs'; import process, { exit } from 'process';`, [
    ['fs.unlinkSync("/tmp/x")', 'file-removal'],
    ['await promises.unlink("/tmp/x")', 'file-removal'],
    ['await fs.promises.rm("/tmp/x")', 'file-removal'],
    ['await fs.promises.stat("/tmp/x")'],
    ['if (event.a) process.exit(1)', 'exit'],
    ['if (event.a) exit(1)', 'exit'],
    ['process.cwd()'],
  ]);
  shapes('process as a global', '', [['if (event.a) process.exit(1)', 'exit'], ['process.uptime()']]);
});
