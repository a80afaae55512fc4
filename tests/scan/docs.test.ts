import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { formats } from '../../lib/scan/formats.js';
import { foldersByName, sizeLimit } from '../../lib/scan/skip-list.js';
import { parseArguments } from '../../lib/scan/arguments.js';

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/scan.md'), 'utf8');

test('the page about the scan names every folder that is left out, and the size limit', () => {
  expect(Object.keys(foldersByName).filter(name => !page.includes(`\`${name}\``))).toEqual([]);
  expect(page).toContain(`files of more than ${sizeLimit / 1_000_000} MB`);
});

test('the page about the scan names every format', () => {
  expect(Object.keys(formats).filter(name => !page.includes(`\`${name}\``))).toEqual([]);
});

test('every option of the page exists', () => {
  const options = [...page.matchAll(/^\| `(--.*?)` /gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/--[\w-]+(?: [A-Za-z]+)?/g)].map(([option]) => option),
  );
  expect(options.length).toBeGreaterThan(10);
  for (const option of options) {
    const value = option.endsWith(' GLOB') || /FILE|REVISION/.test(option) ? 'x' : option.split(' ')[1];
    const [name = ''] = option.split(' ');
    const needs = name === '--update-baseline' ? ['--baseline', 'x'] : [];
    const argument = name === '--format' ? 'json' : value;
    expect(() => parseArguments(['scan', ...needs, ...(argument === undefined ? [name] : [name, argument])]), option).not.toThrow();
  }
});
