import { describe, expect, it } from 'vitest';
import { handlerLikelihood } from '../../lib/handlers/may-hold-handler.js';
import { parseProgram } from './candidates-of.js';
import { handlerFixtures } from './handler-fixtures.js';

const may = (code: string, filename = 'file.ts', named = false): boolean =>
  named || handlerLikelihood(parseProgram(code, filename), code, filename) !== 'none';

describe('is true wherever there is a handler', () => {
  it.each(handlerFixtures.map(fixture => [fixture.name, fixture] as const))('%s', (_, fixture) => {
    expect(may(fixture.code, fixture.filename, fixture.template !== undefined)).toBe(true);
  });
});

/** Files in which an engine that looks closer finds handlers by value. */
const others: readonly (readonly [name: string, code: string])[] = [
  ['a router of a library', "import { Hono } from 'hono';\nconst app = new Hono();\napp.get('/', c => c.text('x'));"],
  ['a router that another module made', "import { app } from './app';\napp.get('/', async (req, reply) => req.query.x);"],
  ['chained routes', "import { app } from './app';\napp.route('/').get(list).post(create);"],
  ['a wrapper of a library', "const middy = require('middy');\nmodule.exports = { run: middy(base) };"],
  ['a required member', "const { Router } = require('@aws-lambda-powertools/event-handler/http');\nfoo();"],
  ['exports inside a block', 'if (x) { exports.handler = async event => event; }'],
  ['exports inside a function', '(function (exports) { exports.handler = async event => event; })(module.exports);'],
  ['a variable that is assigned later', 'let run;\nrun = async event => event;\nexport { run };'],
  ['an exported conditional', 'export const run = flag ? async event => event : null;'],
  ['export assignment', 'export = async (event: any) => event;'],
];

describe('is true where only a closer look tells', () => {
  it.each(others)('%s', (_, code) => {
    expect(may(code)).toBe(true);
  });
});

const ordinary: readonly (readonly [name: string, code: string])[] = [
  ['functions of other things', 'export function add(a, b) { return a + b; }'],
  ['an event inside a component', 'export function Button({ label }) { const onClick = event => event.x; return label; }'],
  ['an event inside a private function', 'function track(event) {}\nexport const list = [1];'],
  ['a class', 'export class Orders { handler(event) {} }'],
  ['constants', "export const name = 'handler';"],
  ['types', "import type { A } from './a';\nexport interface Event { a: A }\nexport type Handler = () => void;"],
  ['re-exports', "export { handler } from './handler';\nexport * from './other';"],
  ['no exports', 'const x = event => event;\nx(1);'],
  ['a CommonJS module of functions', 'exports.add = function (a, b) { return a + b; };\nmodule.exports.sub = (a, b) => a - b;'],
  ['words of a distinctive place that are not all there', "export const of = x => x.request;\nconst other = 'slots';"],
];

describe('is false for ordinary files', () => {
  it.each(ordinary)('%s', (_, code) => {
    expect(may(code)).toBe(false);
  });

  it('declaration files', () => {
    expect(may('export declare function handler(event: any): void;', 'handler.d.ts')).toBe(false);
  });
});
