import { describe, expect, it } from 'vitest';
import { usesOfInterpreter } from '../../lib/analysis/interpreter-calls.js';
import { knowledge } from '../../lib/analysis/knowledge.js';
import { importsInterpreter } from '../../lib/analysis/relevance.js';
import { atExit } from './at-exit.js';

/** What both looks say of a program, the closer one once its tree is linked. */
function look(code: string): { readonly first: boolean; readonly closer: boolean } {
  const found = { first: importsInterpreter(code, knowledge()), closer: false };
  atExit(code, ({ scopeManager }) => {
    const scopes = scopeManager.scopes as unknown as Parameters<typeof usesOfInterpreter>[1];
    found.closer = usesOfInterpreter(code, scopes, knowledge())?.length !== 0;
  });
  return found;
}

describe('a file gives more than constants to what interprets text', () => {
  it.each([
    [
      'a variable in a call of a named import',
      "import { exec } from 'node:child_process';\nexport const run = name => exec('run ' + name);",
    ],
    ['a member of a namespace', "import * as cp from 'child_process';\nexport const run = name => cp.exec(name);"],
    ['a default import', "import cp from 'node:child_process';\nexport const run = name => cp.execSync(name);"],
    ['a required module', "const cp = require('child_process');\nexports.run = name => cp.exec(name);"],
    ['a part of a required module', "const { exec: run } = require('child_process');\nexports.run = name => run(name);"],
    [
      'a part that a pattern takes later',
      "import * as cp from 'child_process';\nconst { exec } = cp;\nexport const run = name => exec(name);",
    ],
    ['a call as compilers write it', "const cp = require('child_process');\nexports.run = name => (0, cp.exec)(name);"],
    ['an optional call', "import * as cp from 'child_process';\nexport const run = name => cp.exec?.(name);"],
    ['a computed member', "import * as cp from 'child_process';\nexport const run = (how, name) => cp[how](name);"],
    [
      'a function that is handed on',
      "import { exec } from 'child_process';\nimport { promisify } from 'node:util';\nexport const run = promisify(exec);",
    ],
    ['a module that is used where it is required', "exports.run = name => require('child_process').exec(name);"],
    ['a module that is imported late', "export const run = async name => (await import('node:child_process')).exec(name);"],
    [
      'a client, whose methods take the text',
      "import { Client } from 'pg';\nconst client = new Client();\nexport const run = text => client.query(text);",
    ],
    ['a spread', "import { execFile } from 'child_process';\nexport const run = args => execFile(...args);"],
    ['a function of the language', 'export const run = text => eval(text);'],
    ['a constructor of the language', "export const run = text => new Function('x', text);"],
    ['a member of the global object', 'export const run = text => globalThis.eval(text);'],
    ['a timer with text', "export const run = name => setTimeout('run(' + name + ')', 10);"],
  ])('%s', (_, code) => {
    expect(look(code)).toEqual({ first: true, closer: true });
  });
});

describe('a file gives nothing but constants to what interprets text', () => {
  it.each([
    [
      'a constant command',
      "import { execSync } from 'child_process';\nexport const version = () => execSync('git --version', { encoding: 'utf8' });",
    ],
    [
      'a constant command and a callback',
      "import { exec } from 'child_process';\nexport const run = done => exec('ls', error => done(error));",
    ],
    [
      'harmless members of a default import',
      "import module from 'node:module';\nexport const load = module.createRequire(import.meta.url);",
    ],
    [
      'a harmless part beside one that nobody uses',
      "import { exec, ChildProcess } from 'child_process';\nexport const is = x => x instanceof ChildProcess;",
    ],
    ['types', "import * as cp from 'child_process';\nexport type Child = cp.ChildProcess;\nexport const is = (x: typeof cp) => x;"],
    ['a method of the name', 'export class Parser { run(text) { return this.Function(text); } }'],
    ['a variable of the name', 'export const run = (eval_, Function) => Function(eval_);'],
    ['words in a comment', '// new Function(text) and eval(text) are not used.\nexport const run = text => text;'],
  ])('%s', (_, code) => {
    expect(look(code)).toEqual({ first: true, closer: false });
  });
});
