import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editsBetween } from '../../lib/dependencies/edits.js';
import { NearNames } from '../../lib/dependencies/near-names.js';
import { ownNpmNames } from '../../lib/dependencies/npm-names.js';
import { type Ecosystem, loadNames, namesFile } from '../../lib/dependencies/popular-names.js';
import { popularTwin } from '../../lib/dependencies/popular-twin.js';
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
    ['tensorfl9w', 'tensorflow', ['neighbour']],
    ['msgpack5', 'msgpackr', ['digit']],
    ['crossenv', 'cross-env', ['separator']],
    ['urllib', 'urllib3', ['digit']],
    ['requets', 'requests', ['drop']],
    ['pytorchb', 'pytorch', ['add']],
    ['cryptographz', 'cryptography', ['replace']],
    ['same', 'same', []],
    // Several ways are as short: the one that a finger makes by itself explains it.
    ['selleium', 'selenium', ['drop', 'double']],
    ['puppetteerr', 'puppeteer', ['double', 'double']],
  ])('%s for %s', (written, meant, expected) => expect(slips(written, meant)).toEqual(expected));

  test('more than were asked for are none', () => {
    expect(editsBetween('abcdef', 'uvwxyz', 2)).toBeNull();
    expect(editsBetween('a', 'abcd', 2)).toBeNull();
  });
});

describe('the search for near names', () => {
  /** A few letters, so that many names are near each other. */
  const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '-', '1', '7', '_'), minLength: 1, maxLength: 12 });

  test.each([1, 2])('leaves out no name within %i edits', most => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), name, (names, asked) => {
        const candidates = new Set(new NearNames(names).candidates(asked, most));
        const missed = names.filter((other, index) => editsBetween(asked, other, most) !== null && !candidates.has(index));
        expect(missed).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

const ecosystems: Ecosystem[] = ['npm', 'pypi'];

describe.each(ecosystems)('the popular names of %s', ecosystem => {
  const { targets, known, words } = loadNames(ecosystem);

  test('are never reported, nor are those that were kept because they are near one', () => {
    const wanted = ecosystem === 'pypi' ? wantedPythonNames : ownNpmNames;
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
    // A `js` that hangs on a name or on a word of it; behind a dot or a hyphen it makes a name of its own of a short one.
    ['jestjs', 'npm', 'jest'],
    ['mysqljs', 'npm', 'mysql'],
    ['expressjs-session', 'npm', 'express-session'],
    ['redis-js', 'npm', null],
    ['nextjs-themes', 'npm', null],
    // A scope that was forgotten, unless packages are called so without it.
    ['prisma-client', 'npm', '@prisma/client'],
    ['sentry-core', 'npm', '@sentry/core'],
    ['babel-preset-typescript', 'npm', null],
    ['opentelemetry-instrumentation-express', 'npm', null],
    // The same words, a plural here and there; one plural is another name.
    ['https-servers', 'npm', 'http-server'],
    ['require-ports', 'npm', 'requires-port'],
    ['random-strings', 'npm', null],
    ['client-efs', 'npm', null],
    ['uuidv1', 'npm', null],
    ['accept', 'npm', null],
    ['aiohtttps', 'pypi', 'aiohttp'],
    ['huggingface-hubs', 'pypi', 'huggingface-hub'],
    ['botoceor', 'pypi', 'botocore'],
    ['pytest-mpi', 'pypi', null],
    ['cronitor-client', 'pypi', null],
    ['mocker', 'pypi', null],
    // A letter that went to another place, and two careless slips: a shorter name is enough at the top of the list.
    ['loadhs', 'npm', 'lodash'],
    ['trufel', 'npm', 'truffle'],
    // One that slipped past a few others is telling in any long name; from one end to the other it makes another word.
    ['bitcoisnj-lib', 'npm', 'bitcoinjs-lib'],
    ['cloudformatoin', 'npm', null],
    ['versifier', 'pypi', null],
    ['solidty-coveage', 'npm', 'solidity-coverage'],
    ['requetses', 'pypi', 'requests'],
    ['requesgt', 'pypi', 'requests'],
    ['bequest', 'pypi', null],
    // The final digit is forgotten, with one more slip.
    ['urllb', 'pypi', 'urllib3'],
    ['urlpath', 'pypi', null],
    // Another digit, where the name of PyPI is popular; on npm it is another version.
    ['pywin31', 'pypi', 'pywin32'],
    ['mysql3', 'npm', null],
    // The first letter is missing.
    ['ymongo', 'pypi', 'pymongo'],
    ['uzzywuzzy', 'pypi', 'fuzzywuzzy'],
    ['efile', 'pypi', null],
    // A short name is soon another: a swap, a double or half of one is nobody's idea, another letter may be.
    ['tqmd', 'pypi', 'tqdm'],
    ['ccxxt', 'pypi', 'ccxt'],
    ['web5', 'pypi', null],
    ['uudi', 'npm', 'uuid'],
    // A long name that begins as it should.
    ['tensofleow', 'pypi', 'tensorflow'],
    // A digit's key is beside those of letters; at the end it is a version.
    ['tensofl9w', 'pypi', 'tensorflow'],
    ['4equest', 'npm', 'request'],
    ['msgpack5', 'npm', null],
    ['custmtokinter', 'pypi', 'customtkinter'],
    ['singlejson', 'pypi', null],
    ['consecution', 'pypi', null],
    // What is Python's own is typed where packages are named.
    ['pyhton', 'pypi', 'python'],
    // The words that differ are words of other names, or their plural.
    ['flask-sockets', 'pypi', null],
    ['react-tether', 'npm', null],
    // A scope has its owner: only its own name can be mistaken.
    ['@bable/core', 'npm', '@babel/core'],
    ['@mock/require', 'npm', null],
    ['@conventional-commits/parser', 'npm', null],
    // Many use them, and that is how they are called.
    ['uri-template', 'npm', null],
    ['expires', 'npm', null],
    ['@storyblok/vue', 'npm', null],
  ])('%s of %s is taken for %s', (name, ecosystem, twin) => expect(popularTwin(name, ecosystem)?.name ?? null).toBe(twin));

  test('any text is borne', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constantFrom(...ecosystems), (name, ecosystem) => {
        expect(typeof popularTwin(name, ecosystem)).toMatch(/^(?:string|object)$/);
      }),
      { numRuns: 300 },
    );
  });
});
