#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../../dist/lib/scan/main.js', import.meta.url);

if (existsSync(fileURLToPath(main))) {
  const { main: start } = await import(main.href);
  await start(process.argv.slice(2));
} else {
  process.stderr.write('lambda-security is not built. In a checkout, use `npm run scan -- PATH`.\n');
  process.exitCode = 2;
}
