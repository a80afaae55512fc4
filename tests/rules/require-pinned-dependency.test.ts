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
const own = suiteFolder({
  '.git/HEAD': '',
  'package-lock.json': '{ "packages": { "node_modules/listed": {}, "node_modules/@example/listed": {} } }',
  'package.json': '{ "name": "root" }',
  'functions/list/package.json': '{}',
});
const ownFunction = path.join(own, 'functions/list/package.json');
const pnpm = suiteFolder({
  '.git/HEAD': '',
  'pnpm-lock.yaml': '',
  'pnpm-workspace.yaml': "# folders\npackages:\n  # libraries\n  - 'packages/**'\n  - examples/*\n  - '!packages/old'\n",
  'package.json': '{}',
  'packages/core/client/package.json': '{ "name": "@example/client" }',
  'examples/list/package.json': '{}',
});
const lerna = suiteFolder({
  '.git/HEAD': '',
  'lerna.json': '{ "packages": ["modules/{orders,list}"] }',
  'package.json': '{}',
  'modules/orders/package.json': '{ "name": "orders" }',
  'modules/list/package.json': '{}',
});
const shrinkwrapped = suiteFolder({ '.git/HEAD': '', 'npm-shrinkwrap.json': '{}' });
const bunFolder = suiteFolder({ '.git/HEAD': '', 'bun.lockb': '', 'functions/list/package.json': '{}' });
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
    {
      name: 'ranges below a lockfile that is not of a workspace and names them',
      filename: ownFunction,
      code: dependencies({ listed: '^1', '@example/listed': '^1' }),
    },
    {
      name: 'ranges in a workspace of pnpm',
      filename: path.join(pnpm, 'examples/list/package.json'),
      code: dependencies({ a: '^1' }),
    },
    {
      name: 'a package of the workspaces of pnpm, by an alias of itself',
      filename: path.join(pnpm, 'examples/list/package.json'),
      code: dependencies({ '@example/client': 'npm:@example/client' }),
    },
    {
      name: 'a package of the workspaces of Lerna, by a range and without a lockfile',
      filename: path.join(lerna, 'modules/list/package.json'),
      code: dependencies({ orders: '^1.0.0' }),
    },
    { name: 'ranges beside a shrinkwrap', filename: path.join(shrinkwrapped, 'package.json'), code: dependencies({ a: '^1' }) },
    {
      name: 'ranges below a lockfile of Bun that is no text',
      filename: path.join(bunFolder, 'functions/list/package.json'),
      code: dependencies({ a: '^1' }),
    },
    { name: 'any declarations of types, held by a lockfile', filename: underLock, code: dependencies({ '@types/node': '*' }) },
    {
      name: 'ranges of a package that is published, which those who install it decide',
      code: JSON.stringify({ name: 'a', files: ['dist'], dependencies: { a: '^1' }, devDependencies: { b: '^1' } }),
    },
    {
      name: 'an archive that a host makes of a commit',
      code: dependencies({ a: `https://codeload.github.com/example/a/tar.gz/${commit}` }),
    },
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
      name: 'a lockfile above that is not of a workspace and does not name it',
      filename: ownFunction,
      code: dependencies({ listed: '^1', other: '^1', 'other-listed': '^1' }),
      problems: [float('other, other-listed', true)],
    },
    {
      name: 'a folder that the workspaces leave out',
      filename: path.join(pnpm, 'functions/list/package.json'),
      code: dependencies({ a: '^1' }),
      problems: [float('a')],
    },
    {
      name: 'a package beside those of the workspaces of Lerna',
      filename: path.join(lerna, 'modules/list/package.json'),
      code: dependencies({ orders: '^1.0.0', billing: '^1.0.0' }),
      problems: [float('billing')],
    },
    { name: 'any declarations of types without a lockfile', code: dependencies({ '@types/node': '*' }), problems: [float('@types/node')] },
    {
      name: 'a package that says which files it has and that it is private',
      code: JSON.stringify({ private: true, files: ['dist'], dependencies: { a: '^1' } }),
      problems: [float('a')],
    },
    {
      name: 'a tag of a package that is published, which is no promise',
      code: JSON.stringify({ name: 'a', publishConfig: { access: 'public' }, dependencies: { a: 'latest', b: '*.*' } }),
      problems: ['"a" is taken by a tag, which its publisher can move.', '"b" is taken in any version.'],
    },
    {
      name: 'an archive that a host makes of a branch',
      code: dependencies({ a: 'https://codeload.github.com/example/a/tar.gz/main' }),
      problems: ['"a" is taken from a URL without a hash.'],
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
