import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { annotated } from './kinds-of-lines.js';

const root = path.join(import.meta.dirname, '../fixtures/models');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.js'))
  .map(name => name.replaceAll('\\', '/'))
  .sort();

/** A file stands for the one of the same name in `lib/models`: what its lines come to stands at their ends, and a line without such an end is harmless. */
describe('programs that use the libraries', () => {
  it.each(files)('%s', name => {
    const text = readFileSync(path.join(root, name), 'utf8');
    expect(annotated(text)).toBe(text);
  });

  it('there are some for each model', () => {
    const models = readdirSync(path.join(import.meta.dirname, '../../lib/models'), { recursive: true, encoding: 'utf8' })
      .map(name => name.replaceAll('\\', '/'))
      .filter(
        name =>
          /^(?:aws-sdk|language|node|npm)\//u.test(name) &&
          /^export default/mu.test(readFileSync(path.join(import.meta.dirname, '../../lib/models', name), 'utf8')),
      );
    expect(files).toEqual(models.map(name => name.replace(/\.ts$/u, '.js')).sort());
  });
});
