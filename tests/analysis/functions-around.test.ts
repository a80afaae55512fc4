import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, it } from 'vitest';
import { functionsAround } from '../../lib/analysis/functions-around.js';
import { atExit } from './at-exit.js';

/** The texts, up to the body, of the functions that lead to `exec`. */
function leading(code: string): readonly string[] {
  const found: string[] = [];
  atExit(code, ({ ast, scopeManager: { scopes } }) => {
    const named = scopes.flatMap(({ references }) => references.map(({ identifier }) => identifier)).filter(({ name }) => name === 'exec');
    const blocks = scopes.map(({ block }) => block as unknown as TSESTree.Node);
    const around = functionsAround(named as unknown as TSESTree.Node[], ast as unknown as TSESTree.Program, blocks);
    const functions = new Set(blocks.filter(block => around.has(block) && 'body' in block && block.type.includes('Function')));
    for (const { range } of functions) found.push((code.slice(...range).split('\n')[0] ?? '').trim());
  });
  return found;
}

describe('functions that lead to a place', () => {
  it.each([
    [
      'the one that it lies in, and those around that',
      'function a() {\n return function b() {\n exec(1); } }\nfunction c() {\n}',
      ['function a() {', 'function b() {'],
    ],
    [
      'those that call it by name',
      'function a() {\n exec(1); }\nfunction b() {\n a(); }\nfunction c() {\n b(); }\nfunction d() {\n}',
      ['function a() {', 'function b() {', 'function c() {'],
    ],
    [
      'those that call a method of it',
      'class A {\n run() {\n exec(1); }\n stop() {\n} }\nfunction b(a) {\n a.run(); }\nfunction c(a) {\n a.stop(); }',
      ['() {', 'function b(a) {'],
    ],
    [
      'those that make the class',
      'class A {\n constructor() {\n exec(1); } }\nfunction b() {\n new A(); }\nfunction c() {\n new B(); }',
      ['() {', 'function b() {'],
    ],
    [
      'those that use another name of it',
      'function a() {\n exec(1); }\nconst other = a;\nfunction b() {\n other(); }\nfunction c() {\n}',
      ['function a() {', 'function b() {'],
    ],
    [
      'those that use a part of what holds it',
      'const api = { run() {\n exec(1); } };\nconst { run: go } = api;\nfunction b() {\n go(); }\nfunction c() {\n}',
      ['() {', 'function b() {'],
    ],
    [
      'those that name it in a string',
      'const api = { run() {\n exec(1); } };\nfunction b(x) {\n x["run"](); }\nfunction c() {\n}',
      ['() {', 'function b(x) {'],
    ],
    [
      'those that use what is made of it at the top level',
      'const tool = exec(1);\nfunction b() {\n tool(); }\nfunction c() {\n}',
      ['function b() {'],
    ],
    [
      'a member of exports',
      'exports.a = function () {\n exec(1); };\nfunction b() {\n exports.a(); }\nfunction c() {\n}',
      ['function () {', 'function b() {'],
    ],
    ['a private method', 'class A {\n #run() {\n exec(1); }\n b() {\n this.#run(); }\n c() {\n} }', ['() {', '() {']],
    ['none, where nothing uses it', 'exec(1);\nfunction a() {\n}', []],
  ])('%s', (_, code, names) => {
    expect(leading(code)).toEqual(names);
  });
});
