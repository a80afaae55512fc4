import { describe, expect, it } from 'vitest';
import type { Part } from '../../lib/flow/value.js';
import { ownValue } from '../../lib/flow/values.js';
import { judgePrefix, judgeSuffix } from '../../lib/strings/guard-text.js';

const root = ownValue;

describe('judgePrefix', () => {
  it.each<[string, readonly Part[], string | null, string]>([
    ['a URL up to the slash behind its host', ['https://api.example.com/'], null, 'url redirect'],
    ['a URL with a path', ['https://api.example.com/v1'], null, 'url redirect'],
    ['a URL without a separator', ['https://api.example.com'], null, ''],
    ['a scheme', ['https://'], null, ''],
    ['a scheme of any kind', ['http'], null, ''],
    ['a root and a slash, on a resolved path', [root, '/'], 'path.resolve', 'object-key secret-id path url redirect'],
    ['a root alone', [root], 'path.resolve', ''],
    ['a root and a name', [root, root], 'path.resolve', ''],
    ['a folder and a slash, on a resolved path', ['/tmp/'], 'path.resolve', 'redirect url object-key secret-id path'],
    ['a folder and a slash, on a path as it came', ['/tmp/'], null, 'redirect url object-key secret-id'],
    ['a folder without a slash', ['/tmp'], 'path.resolve', 'redirect url'],
    ['the root of all', ['/'], 'path.resolve', ''],
    ['two slashes', ['//'], null, ''],
    ['a dot and a slash', ['./'], null, ''],
    ['a prefix of an object key', ['uploads/'], null, 'object-key secret-id'],
    ['a beginning of an object key without a slash', ['uploads'], null, ''],
    ['a relative folder is no place on a disk', ['uploads/'], 'path.normalize', 'object-key secret-id'],
    ['nothing', [''], null, ''],
  ])('%s: %j after %s', (_, prefix, operation, kinds) => {
    expect(judgePrefix(prefix, operation).join(' ')).toBe(kinds);
  });
});

describe('judgeSuffix', () => {
  it.each<[string, readonly Part[], string | null, string]>([
    ['a domain with a dot in front, on a host', ['.example.com'], 'URL.hostname', 'url redirect'],
    ['a domain of the program’s own', ['.', root], 'URL.host', 'url redirect'],
    ['a domain without a dot in front', ['example.com'], 'URL.hostname', ''],
    ['a single label', ['.com'], 'URL.hostname', ''],
    ['a domain on a text that is no host', ['.example.com'], null, ''],
    ['a domain on another part of the URL', ['.example.com'], 'URL.pathname', ''],
    ['a file extension', ['.pdf'], null, ''],
  ])('%s', (_, suffix, operation, kinds) => {
    expect(judgeSuffix(suffix, operation).join(' ')).toBe(kinds);
  });
});
