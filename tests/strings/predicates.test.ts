import { describe, expect, it } from 'vitest';
import { ApiNode } from '../../lib/flow/api-graph.js';
import type { CallView, ValueReader } from '../../lib/flow/schema.js';
import type { Value } from '../../lib/flow/value.js';
import { constantValue, libraryValue, referenceValue, unknownValue } from '../../lib/flow/values.js';
import type { PredicateName } from '../../lib/models/model.js';
import { predicate } from '../../lib/strings/predicates.js';

const calls = new Map<Value, CallView>();
const read = { call: value => calls.get(value) ?? null } as ValueReader;

/** A value that `name(...args)` made. */
function made(name: string, ...args: readonly Value[]): Value {
  const value = { ...libraryValue };
  calls.set(value, { module: 'winston', path: ['format', name], name, isNew: false, args, receiver: null });
  return value;
}

function member(module: string, name: string): Value {
  return referenceValue({ type: 'api', node: new ApiNode(module, [name], true), call: null, self: null });
}

describe('predicate', () => {
  it.each<[PredicateName, string, boolean]>([
    ['shell-program', 'sh', true],
    ['shell-program', '/bin/bash', true],
    ['shell-program', 'C:\\Windows\\System32\\cmd.exe', true],
    ['shell-program', 'pwsh', true],
    ['shell-program', 'node', false],
    ['shell-program', '/opt/bin/publish', false],
    ['shell-flag', '-c', true],
    ['shell-flag', '-lc', true],
    ['shell-flag', '/C', true],
    ['shell-flag', '-Command', true],
    ['shell-flag', '-x', false],
    ['shell-flag', '--color', false],
    ['code-flag', '-e', true],
    ['code-flag', '--eval', true],
    ['code-flag', '-c', true],
    ['code-flag', '--version', false],
    ['html-type', 'text/html; charset=utf-8', true],
    ['html-type', 'Text/HTML', true],
    ['html-type', 'application/json', false],
    ['wildcard-path', '/', true],
    ['wildcard-path', '/app/*', true],
    ['wildcard-path', '/app/', false],
  ])('%s of %s is %s', (name, text, expected) => {
    expect(predicate(name, constantValue(text), read)).toBe(expected);
  });

  it('is false for what is not known', () => {
    expect(predicate('shell-program', unknownValue, read)).toBe(false);
  });

  it('tells text formats of a logger from JSON', () => {
    expect(predicate('text-format', made('simple'), read)).toBe(true);
    expect(predicate('text-format', made('combine', made('timestamp'), made('printf')), read)).toBe(true);
    expect(predicate('text-format', made('combine', made('timestamp'), made('json')), read)).toBe(false);
    expect(predicate('text-format', made('combine', made('align'), made('json')), read)).toBe(false);
    expect(predicate('text-format', unknownValue, read)).toBe(false);
  });

  it('tells schemas of js-yaml that make functions from those that do not', () => {
    const extended = made('extend', member('js-yaml-js-types', 'all'));
    expect(predicate('unsafe-yaml-schema', member('js-yaml', 'DEFAULT_FULL_SCHEMA'), read)).toBe(true);
    expect(predicate('unsafe-yaml-schema', extended, read)).toBe(true);
    expect(predicate('unsafe-yaml-schema', made('extend', member('own-types', 'money')), read)).toBe(false);
    expect(predicate('unsafe-yaml-schema', member('js-yaml', 'JSON_SCHEMA'), read)).toBe(false);
  });
});
