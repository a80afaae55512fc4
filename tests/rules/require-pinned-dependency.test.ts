import path from 'node:path';
import rule from '../../rules/require-pinned-dependency.js';
import { suiteFolder } from '../scan/workspace.js';
import { checkManifest } from './rule-tester.js';

const dependencies = (entries: Record<string, string>, section = 'dependencies') => JSON.stringify({ [section]: entries });
const locked = suiteFolder({
  '.git/HEAD': '',
  'package-lock.json': '{}',
  'package.json': '{ "workspaces": ["packages/*"] }',
  'packages/orders/package.json': '{ "name": "orders" }',
  'packages/list/package.json': '{ "name": "list" }',
});
const underLock = path.join(locked, 'packages/list/package.json');
const separate = suiteFolder({ 'yarn.lock': '', 'tool/.git/HEAD': '', 'tool/package.json': '{}' });
const commit = 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3';
const float = (names: string, many = false) =>
  `No lockfile lies beside this file, so ${many ? 'the versions' : 'the version'} of ${names} may change.`;

checkManifest('require-pinned-dependency', rule, {
  valid: [
    { name: 'exact versions', code: dependencies({ a: '1.2.3', b: '=1.2.3', c: 'v1.2.3', d: '1.2.3-beta.1+build.5' }) },
    { name: 'ranges below a lockfile of the workspace', filename: underLock, code: dependencies({ a: '^1.2.3', b: '>=1', c: '1.x' }) },
    { name: 'a package of the workspaces, by a star', filename: underLock, code: dependencies({ orders: '*' }) },
    {
      name: 'protocols of the same repository',
      code: dependencies({ a: 'workspace:*', b: 'file:../b', c: 'link:../c', d: 'catalog:', e: 'portal:../e' }),
    },
    { name: 'paths', code: dependencies({ a: '../a', b: './b', c: '~/c' }) },
    {
      name: 'a commit of a repository',
      code: dependencies({ a: `github:example/a#${commit}`, b: `git+https://git.example.com/b.git#${commit}` }),
    },
    { name: 'an alias of an exact version', code: dependencies({ a: 'npm:@example/a@1.2.3' }) },
    { name: 'peers, whose range is a promise', code: dependencies({ react: '*', vue: '>=3' }, 'peerDependencies') },
    { name: 'engines and overrides', code: '{ "engines": { "node": ">=20" }, "overrides": { "a": "*" } }' },
    { name: 'no dependencies', code: '{ "name": "a", "dependencies": {} }' },
    { name: 'another file', filename: '/nowhere/composer.json', code: dependencies({ a: '*' }) },
  ],
  invalid: [
    { name: 'a caret without a lockfile', code: dependencies({ a: '^1.2.3' }), problems: [float('a')] },
    {
      name: 'a tilde, an inequality, a hyphen and an x',
      code: dependencies({ a: '~1.2.3', b: '>=1.0.0 <2', c: '1 - 2', d: '1.x' }),
      problems: [float('a, b and 2 more', true)],
    },
    {
      name: 'one report for each section',
      code: JSON.stringify({ dependencies: { a: '^1' }, devDependencies: { b: '^1', c: '1.0.0' } }),
      problems: [float('a'), float('b')],
    },
    {
      name: 'a lockfile above the repository',
      filename: path.join(separate, 'tool/package.json'),
      code: dependencies({ a: '^1.2.3' }),
      problems: [float('a')],
    },
    {
      name: 'a star, with a lockfile as well',
      filename: underLock,
      code: dependencies({ a: '*', b: '' }),
      problems: ['"a" is taken in any version.', '"b" is taken in any version.'],
    },
    {
      name: 'tags',
      filename: underLock,
      code: dependencies({ a: 'latest', b: 'next' }),
      problems: ['"a" is taken by a tag, which its publisher can move.', '"b" is taken by a tag, which its publisher can move.'],
    },
    {
      name: 'a tag behind an alias',
      code: dependencies({ a: 'npm:@example/a@latest' }),
      problems: ['"a" is taken by a tag, which its publisher can move.'],
    },
    { name: 'an alias without a version', code: dependencies({ a: 'npm:@example/a' }), problems: ['"a" is taken in any version.'] },
    {
      name: 'a branch, a tag and a short commit of a repository',
      filename: underLock,
      code: dependencies({ a: 'github:example/a', b: 'example/b#v1.0.0', c: 'git+ssh://git@git.example.com/c.git#a94a8fe' }),
      problems: ['a', 'b', 'c'].map(name => `"${name}" is taken from a git repository without the commit.`),
    },
    {
      name: 'a tarball on the web',
      filename: underLock,
      code: dependencies({ a: 'https://example.com/a.tgz' }),
      problems: ['"a" is taken from a URL without a hash.'],
    },
  ],
});
