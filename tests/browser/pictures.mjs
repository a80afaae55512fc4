// `npm run pictures`: scans docs/examples/vulnerable and takes the pictures of docs/scan.md again, in headless Chromium.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findChromium } from './find-chromium.mjs';

const root = path.join(import.meta.dirname, '../..');
const scratch = mkdtempSync(path.join(tmpdir(), 'lambda-security-pictures-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

const run = (program, args, options) => {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', ...options });
  // The scan exits with 1 when it found something, which it should here.
  if (error !== undefined || status > 1) throw error ?? new Error(stderr);
  return stdout;
};

const scan = (...args) =>
  run(process.execPath, [path.join(root, 'lib/setup/bootstrap.mjs'), 'scan', ...args], {
    cwd: path.join(root, 'docs/examples/vulnerable'),
    env: { ...process.env, FORCE_COLOR: '1', COLUMNS: '104' },
  });

const styles = { 1: 'font-weight: bold', 2: 'opacity: .6', 4: 'text-decoration: underline', 31: 'color: #ff8f86', 33: 'color: #e3b341' };

/** What a terminal would show, as a page: the output's escape sequences become styles. */
const terminal = text => {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const lines = escaped.replace(/\u{1B}\[(\d+)m/gu, (_, code) => (code in styles ? `<span style="${styles[code]}">` : '</span>'));
  return `<!doctype html><meta charset="utf-8"><style>body { margin: 16px; background: #0d1117; color: #f0f6fc; }
pre { margin: 0; font: 14px/19px monospace; }</style><pre>${lines}</pre>`;
};

const take = (page, picture, width, height) => {
  const flags = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--hide-scrollbars',
    `--user-data-dir=${scratch}/profile`,
  ];
  const target = path.join(root, 'docs/images', picture);
  run(findChromium(), [...flags, `--window-size=${width},${height}`, `--screenshot=${target}`, pathToFileURL(page).href]);
  process.stdout.write(`${path.relative(root, target)}\n`);
};

writeFileSync(path.join(scratch, 'pretty.html'), terminal(scan('.')));
take(path.join(scratch, 'pretty.html'), 'scan-pretty.png', 900, 960);
writeFileSync(path.join(scratch, 'report.html'), scan('--format', 'html', '.'));
take(path.join(scratch, 'report.html'), 'scan-html.png', 1000, 1036);
