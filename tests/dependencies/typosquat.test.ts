import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editsBetween } from '../../lib/dependencies/edits.js';
import { NameIndex } from '../../lib/dependencies/name-index.js';
import { type Ecosystem, loadNames, namesFile } from '../../lib/dependencies/popular-names.js';
import { popularTwin } from '../../lib/dependencies/typosquat.js';
import { wantedPythonNames } from '../../lib/dependencies/python-names.js';
import { reduceNames } from '../../lib/sync/popular-names.js';

const slips = (written: string, meant: string): string[] | undefined => editsBetween(written, meant, 2)?.map(({ slip }) => slip);

describe('the edits between two names', () => {
  test.each([
    ['reqeusts', 'requests', ['swap']],
    ['requestss', 'requests', ['double']],
    ['comander', 'commander', ['undouble']],
    ['numoy', 'numpy', ['neighbour']],
    ['matpliotlib', 'matplotlib', ['extra-neighbour']],
    ['1odash', 'lodash', ['lookalike']],
    ['raquests', 'requests', ['vowel']],
    ['importlib-resource', 'importlib-resources', ['plural']],
    ['crossenv', 'cross-env', ['separator']],
    ['urllib', 'urllib3', ['digit']],
    ['requets', 'requests', ['drop']],
    ['pytorchb', 'pytorch', ['add']],
    ['cryptographz', 'cryptography', ['replace']],
    ['same', 'same', []],
  ])('%s for %s', (written, meant, expected) => expect(slips(written, meant)).toEqual(expected));

  test('more than were asked for are none', () => {
    expect(editsBetween('abcdef', 'uvwxyz', 2)).toBeNull();
    expect(editsBetween('a', 'abcd', 2)).toBeNull();
  });
});

describe('the index', () => {
  /** A few letters, so that many names are near each other. */
  const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '-'), minLength: 1, maxLength: 12 });

  test.each([1, 2])('leaves out no name within %i edits', most => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), name, (names, asked) => {
        const near = names.filter(other => other !== asked && editsBetween(asked, other, most) !== null);
        const candidates = new NameIndex(names, most).candidates(asked);
        expect(near.filter(other => !candidates.has(other))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

const ecosystems: Ecosystem[] = ['npm', 'pypi'];

describe.each(ecosystems)('the popular names of %s', ecosystem => {
  const { targets, known, words } = loadNames(ecosystem);

  test('are never reported, nor are those that were kept because they are near one', () => {
    const wanted = ecosystem === 'pypi' ? wantedPythonNames : [];
    expect([...targets, ...known, ...wanted].filter(name => popularTwin(name, ecosystem) !== null)).toEqual([]);
  });

  test('are several thousand, once each, with the date of their file', () => {
    expect(targets.length).toBeGreaterThanOrEqual(5_000);
    expect(new Set([...targets, ...known]).size).toBe(targets.length + known.length);
    expect(words.length).toBeGreaterThan(0);
    expect(readFileSync(namesFile(ecosystem), 'utf8')).toMatch(/^# .* on \d{4}-\d{2}-\d{2}\.\n/);
  });
});

describe('reducing a list', () => {
  const filler = Array.from({ length: 5_000 }, (_, index) => `filler-${index}-x`);

  test('keeps of the less popular names those that would be reported, and the words that names share', () => {
    const names = ['lodash', ...filler.slice(1), 'loadash', 'orders', 'pay-later', 'buy-later', '@new/one', '@new/two'];
    const { targets, known, words } = reduceNames('npm', names);
    expect(targets).toHaveLength(5_000);
    expect(known).toEqual(['@new/one', 'loadash']);
    expect(words).toEqual(['later', 'new']);
  });
});

describe('slips that are judged by how popular and how long a name is', () => {
  test.each<[string, Ecosystem, string | null]>([
    ['lodahs', 'npm', 'lodash'],
    ['etherdjs', 'npm', 'ethers'],
    ['underscore.string-2', 'npm', 'underscore.string'],
    ['streamserch', 'npm', 'streamsearch'],
    ['html-tag', 'npm', null],
    ['client-efs', 'npm', null],
    ['uuidv1', 'npm', null],
    ['accept', 'npm', null],
    ['aiohtttps', 'pypi', 'aiohttp'],
    ['huggingface-hubs', 'pypi', 'huggingface-hub'],
    ['botoceor', 'pypi', 'botocore'],
    ['pytest-mpi', 'pypi', null],
    ['cronitor-client', 'pypi', null],
    ['mocker', 'pypi', null],
  ])('%s of %s is taken for %s', (name, ecosystem, twin) => expect(popularTwin(name, ecosystem)).toBe(twin));

  test('any text is borne', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constantFrom(...ecosystems), (name, ecosystem) => {
        expect(typeof popularTwin(name, ecosystem)).toMatch(/^(?:string|object)$/);
      }),
      { numRuns: 300 },
    );
  });
});
