import path from 'node:path';
import rule from '../../rules/no-typosquat-dependency.js';
import { suiteFolder } from '../scan/workspace.js';
import { check, checkManifest } from './rule-tester.js';

const twin = (name: string, target: string) => `"${name}" is one slip away from the popular package "${target}".`;
const record = (name: string, target: string) =>
  `"${name}" is on record as a malicious package; the popular package "${target}" is called almost like it.`;

const errors = (name: string, target: string, problem = twin) => [
  {
    messageId: 'shape',
    data: {
      problem: problem(name, target),
      advice: 'Check the name and install the package that you mean.',
    },
  },
];

check('no-typosquat-dependency', rule, {
  valid: [
    { name: 'the popular package itself', code: "import express from 'express';" },
    { name: 'a popular neighbour of a popular package', code: "import { h } from 'preact'; import lodash from 'lodash-es';" },
    {
      name: 'two popular packages one letter apart',
      code: "const a = require('glob'); const b = require('globby'); const c = require('globals');",
    },
    {
      name: "Node's own modules, with and without the prefix",
      code: "import { readFile } from 'node:fs/promises'; import http from 'http';",
    },
    { name: 'a relative path that looks like a package', code: "import { x } from './expresss'; import y from '../loadsh/index.js';" },
    {
      name: 'a subpath import and aliases by convention',
      code: "import a from '#loadsh'; import b from '@/loadsh'; import c from '~/loadsh';",
    },
    { name: 'an absolute path and a URL', code: "import a from '/loadsh'; import b from 'https://example.com/loadsh.js';" },
    { name: 'a virtual module and a loader', code: "import a from 'virtual:loadsh'; import b from 'raw-loader!loadsh';" },
    { name: 'an alias in capitals, which the registry does not take', code: "import { Button } from 'Expresss/Button';" },
    { name: 'a package below a scope that its owner keeps', code: "import { FMSClient } from '@aws-sdk/client-fms';" },
    { name: 'a subpath of a popular package', code: "import get from 'lodash/get.js';" },
    { name: 'words of their own', code: "import tag from 'html-tag'; import dnd from 'react-dropdown-date';" },
    { name: 'a short name, which is near to many', code: "import s from 'sst'; import l from 'lnk';" },
    { name: 'a name that is computed', code: "const name = 'loadsh'; const a = require(name); const b = await import(`loadsh${name}`);" },
    { name: 'a malicious name that is no import', code: "const names = ['fdir1']; block('wb3');" },
    { name: 'beside names on record, but not on it', code: "import a from 'fdir'; import b from 'fdir6'; import c from 'web3';" },
    { name: 'a name that was on record and has an honest owner by now', code: "import parse from 'pargs';" },
    { name: 'a call that loads nothing', code: "register('loadsh'); const text = 'expresss';" },
  ],
  invalid: [
    { name: 'two letters swapped', code: "import _ from 'loadsh';", errors: errors('loadsh', 'lodash') },
    {
      name: 'what is popular in the other ecosystem alone',
      code: "const requests = require('requests');",
      errors: errors('requests', 'request'),
    },
    { name: 'a letter doubled, in require', code: "const app = require('expresss');", errors: errors('expresss', 'express') },
    {
      name: 'a letter of a double dropped, in a dynamic import',
      code: "const c = await import('comander');",
      errors: errors('comander', 'commander'),
    },
    { name: 'the separator left out', code: "import env from 'crossenv';", errors: errors('crossenv', 'cross-env') },
    { name: 'another separator, in a re-export', code: "export { minify } from 'uglify.js';", errors: errors('uglify.js', 'uglify-js') },
    { name: 'all of it re-exported', code: "export * from 'axois';", errors: errors('axois', 'axios') },
    { name: 'a digit for a letter', code: "import _ from '1odash';", errors: errors('1odash', 'lodash') },
    { name: 'a letter of another alphabet', code: "import _ from 'lod\u0430sh';", errors: errors('lod\u0430sh', 'lodash') },
    { name: 'the scope forgotten', code: "import type {} from 'types-react';", errors: errors('types-react', '@types/react') },
    {
      name: "the scope's name misspelt",
      code: "import { S3Client } from '@aws-skd/client-s3';",
      errors: errors('@aws-skd/client-s3', '@aws-sdk/client-s3'),
    },
    { name: 'an ending that many packages have', code: "import nodemon from 'nodemonjs';", errors: errors('nodemonjs', 'nodemon', record) },
    {
      name: 'a version of its own by its name, but on record as malicious',
      code: "import { fdir } from 'fdir1';",
      errors: errors('fdir1', 'fdir', record),
    },
    { name: 'a path below one on record', code: "const get = require('wb3/eth');", errors: errors('wb3', 'web3', record) },
    { name: 'a path below it', code: "const get = require('loadsh/get');", errors: errors('loadsh', 'lodash') },
    { name: 'require.resolve', code: "const file = require.resolve('chokader');", errors: errors('chokader', 'chokidar') },
    {
      name: 'import = require of TypeScript',
      filename: 'file.ts',
      code: "import chalk = require('chalkk');",
      errors: errors('chalkk', 'chalk'),
    },
  ],
});

const repository = suiteFolder({
  '.git/HEAD': '',
  'package.json': JSON.stringify({
    workspaces: ['packages/*'],
    dependencies: { chalkk: 'npm:@example/colours@1.0.0', comander: 'file:../cli' },
  }),
  'packages/http/package.json': '{ "name": "axois" }',
  'tsconfig.json': '{ "compilerOptions": { "paths": { "loadsh": ["./src/loadsh.ts"] } } }',
  'src/loadsh.ts': 'export {};',
  'src/nodemonjs/index.js': '',
  'src/handler.ts': '',
});
const filename = path.join(repository, 'src/handler.ts');

check('no-typosquat-dependency', rule, {
  valid: [
    { name: 'an alias of tsconfig.json', filename, code: "import _ from 'loadsh';" },
    { name: 'a package of the workspaces', filename, code: "import axios from 'axois';" },
    { name: 'an alias that package.json leads elsewhere', filename, code: "import chalk from 'chalkk';" },
    { name: 'a folder of the sources, which a bundler may search', filename, code: "import x from 'nodemonjs/run.js';" },
    { name: 'a dependency that comes from a folder', filename, code: "import cli from 'comander';" },
  ],
  invalid: [{ name: 'none of these', filename, code: "import app from 'expresss';", errors: errors('expresss', 'express') }],
});

const dependencies = (entries: Record<string, string>, section = 'dependencies') => JSON.stringify({ [section]: entries });

checkManifest('no-typosquat-dependency', rule, {
  valid: [
    { name: 'popular packages', code: dependencies({ lodash: '4.17.21', preact: '10.0.0', request: '2.88.2', reqwest: '2.0.5' }) },
    { name: 'a name of its own', code: dependencies({ 'orders-client': '1.0.0', sst: 'latest', '@middy/http-cors': '6.0.0' }) },
    { name: 'a workspace, whatever it is called', code: dependencies({ loadsh: 'workspace:*' }) },
    { name: 'a folder, whatever it is called', code: dependencies({ loadsh: 'file:../loadsh' }) },
    { name: 'a repository, which is named in full', code: dependencies({ loadsh: 'github:example/loadsh' }) },
    { name: 'an alias of a popular package', code: dependencies({ loadsh: 'npm:lodash@4.17.21' }) },
    {
      name: 'versions side by side, each under a name that is on record',
      code: dependencies({ fdir1: 'npm:fdir@1.2.0', fdir2: 'npm:fdir@2.1.1' }),
    },
    { name: 'a workspace that is called like one on record', code: dependencies({ debug11: 'workspace:^' }) },
    {
      name: 'a package of the workspaces, by a range',
      filename: path.join(repository, 'package.json'),
      code: dependencies({ axois: '^1.0.0' }),
    },
    { name: 'an alias that writes the scope beside the name without it', code: dependencies({ '@types/react': 'npm:types-react@rc' }) },
    { name: 'a script and a keyword', code: '{ "scripts": { "loadsh": "node ." }, "keywords": ["expresss"], "name": "axois" }' },
    {
      name: 'a section that is no object, and values that are no text',
      code: '{ "dependencies": ["loadsh"], "devDependencies": { "axois": 1 } }',
    },
    { name: 'another file of JSON', filename: '/nowhere/data.json', code: dependencies({ loadsh: '4.0.0' }) },
    { name: 'no object at all', code: '[]' },
  ],
  invalid: [
    { name: 'a dependency', code: dependencies({ loadsh: '4.17.21' }), problems: [twin('loadsh', 'lodash')] },
    {
      name: 'a development dependency',
      code: dependencies({ crossenv: '7.0.3' }, 'devDependencies'),
      problems: [twin('crossenv', 'cross-env')],
    },
    { name: 'an optional one', code: dependencies({ chokader: '^4' }, 'optionalDependencies'), problems: [twin('chokader', 'chokidar')] },
    { name: 'a peer', code: dependencies({ expresss: '*' }, 'peerDependencies'), problems: [twin('expresss', 'express')] },
    {
      name: 'beside the workspaces, by a range',
      filename: path.join(repository, 'package.json'),
      code: dependencies({ expresss: '^5.0.0' }),
      problems: [twin('expresss', 'express')],
    },
    {
      name: 'an alias of another name without its scope',
      code: dependencies({ react: 'npm:types-react@rc' }),
      problems: [twin('types-react', '@types/react')],
    },
    { name: 'what an alias leads to', code: dependencies({ lodash: 'npm:loadsh@4.17.21' }), problems: [twin('loadsh', 'lodash')] },
    { name: 'on record', code: dependencies({ debug11: '1.0.0' }), problems: [record('debug11', 'debug')] },
    { name: 'what an alias leads to is on record', code: dependencies({ yup: 'npm:yupjs@1.0.0' }), problems: [record('yupjs', 'yup')] },
    { name: 'a scope misspelt', code: dependencies({ '@babek/core': '7.0.0' }), problems: [twin('@babek/core', '@babel/core')] },
    { name: 'a scope forgotten', code: dependencies({ 'types-node': '20.0.0' }), problems: [record('types-node', '@types/node')] },
    {
      name: 'more than one',
      code: dependencies({ axois: '1.0.0', nodemonjs: '3.0.0' }),
      problems: [twin('axois', 'axios'), record('nodemonjs', 'nodemon')],
    },
    {
      name: 'two slips in a long name',
      code: dependencies({ 'reakt-ruoter-dom': '6.0.0' }),
      problems: [twin('reakt-ruoter-dom', 'react-router-dom')],
    },
  ],
});
