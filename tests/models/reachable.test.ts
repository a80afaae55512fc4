import { describe, expect, it } from 'vitest';
import { models } from '../../lib/models/index.js';
import type { Model } from '../../lib/models/model.js';
import { hitsByLine } from './kinds-of-lines.js';
import { spellPath } from './spell-path.js';

/** A statement that an entry is about, and what must be found in it. */
interface Claim {
  readonly entry: string;
  readonly statement: string;
  readonly holds: (found: readonly string[]) => boolean;
}

const nameOf = (model: Model): string => [model.module ?? model.global ?? ''].flat()[0] ?? '';
/** Routes count only behind an adapter: the tests of handlers have whole programs of them. */
const needsAdapter = (model: Model): boolean => model.handlers?.some(({ needs }) => needs === 'adapter') ?? false;
const asIs = (expression: string): string => `console.log(${expression})`;

function claimsOf(model: Model): readonly Claim[] {
  const claims: Claim[] = [];
  const add = (entry: string, statement: string | null, holds: Claim['holds']): void => {
    if (statement !== null) claims.push({ entry, statement, holds });
  };
  for (const { path, kind, when, only, lasting } of model.sinks ?? []) {
    // What a statement of a handler makes goes with it.
    if (lasting === true) continue;
    const statement = spellPath(model, path, { value: only === 'object' ? 'body.any' : 'event.any', when, use: place => place });
    if (statement?.includes('event.any') === true || statement?.includes('body.any') === true)
      add(`sink ${kind} ${path}`, statement, found => found.some(hit => hit.startsWith(`${kind} `)));
  }
  for (const { path, kind, when, label } of model.sources ?? []) {
    if (when !== undefined && when !== 'tainted') continue;
    add(`source ${kind} ${path}`, spellPath(model, path, { value: '', use: asIs, filler: 'event.any' }), found =>
      found.some(hit => hit.includes(` ${kind} ${label}`)),
    );
  }
  for (const { path, from, to, as, when } of model.summaries ?? []) {
    // What the receiver was made of is for the tests of each library.
    if (from === 'Argument[this]') continue;
    const value = as === 'value' || from.includes('.Member') ? 'body.any' : 'event.any';
    add(
      `summary ${path} ${from} ${to}`,
      spellPath(model, resultPath(path, from), { value, when, use: asIs, wrap: call => useOf(call, to) }),
      found => found.some(hit => hit.startsWith('command event')),
    );
  }
  for (const { path, argument = 0, clears, to = 'ReturnValue', when } of model.sanitizers ?? []) {
    const statement = spellPath(model, resultPath(path, `Argument[${argument}]`), {
      value: 'event.any',
      when,
      use: asIs,
      wrap: call => probe(`(${call})${to.replace(/^ReturnValue/, '').replace(/^\.Member\[(\w+).*$/, '.$1')}`),
    });
    add(`sanitizer ${path}`, statement, found =>
      probes.every(kind => found.some(hit => hit.startsWith(`${kind} event`)) !== cleared(clears, kind)),
    );
  }
  for (const { path, argument, clears, on, when } of model.guards ?? []) {
    const guarded = spellPath(model, resultPath(path, `Argument[${argument}]`), {
      value: 'event.any',
      when,
      use: asIs,
      wrap: call => `if (${on === false ? '!' : ''}${call}) { ${probe('event.any')} }`,
    });
    add(`guard ${path}`, guarded, found =>
      probes.every(kind => found.some(hit => hit.startsWith(`${kind} event`)) !== cleared(clears, kind)),
    );
    const other = spellPath(model, resultPath(path, `Argument[${argument}]`), {
      value: 'event.any',
      when,
      use: asIs,
      wrap: call => `if (${on === false ? '' : '!'}${call}) { ${probe('event.any')} }`,
    });
    add(`guard ${path}, the other way`, other, found => probes.every(kind => found.some(hit => hit.startsWith(`${kind} event`))));
  }
  return claims;
}

/** Kinds that the language itself has a sink for. */
const probes = ['command', 'code', 'url', 'regex'] as const;
const probe = (expression: string): string => `const p = ${expression}; exec(p); eval(p); fetch(p); new RegExp(p);`;
const cleared = (clears: 'all' | readonly string[], kind: string): boolean => clears === 'all' || clears.includes(kind);
const resultPath = (path: string, argument: string): string => `${path === '' ? '' : `${path}.`}${argument}`;

/** A statement that runs what a call gives back, or writes into an argument, or hands to a callback. */
function useOf(call: string, to: string): string | null {
  const callback = /^Argument\[(\d+)\]\.Parameter\[(\d+)\]$/.exec(to);
  if (callback !== null) {
    const [index, parameter] = [Number(callback[1]), Number(callback[2])];
    const names = Array.from({ length: parameter + 1 }, (_, i) => `q${i}`);
    const given = call.slice(call.indexOf('(') + 1, -1).split(', ');
    if (call.includes('{') || call.includes('[') || given.length > index) return null;
    const args = Array.from({ length: index }, (_, i) => given[i] ?? 'undefined');
    return `${call.slice(0, call.indexOf('('))}(${[...args, `(${names.join(', ')}) => { exec(${names[parameter]!}); }`].join(', ')})`;
  }
  const member = /^ReturnValue(?:\.Member\[(\w+)[^\]]*\])?$/.exec(to);
  return member === null ? null : `exec((await ${call})${member[1] === undefined ? '' : `.${member[1]}`})`;
}

describe('every entry is reached by the code that its path spells', () => {
  it.each([...new Map(models.filter(model => !needsAdapter(model)).map(model => [`${nameOf(model)} ${models.indexOf(model)}`, model]))])(
    '%s',
    (_, model) => {
      const claims = claimsOf(model);
      if (claims.length === 0) return;
      const head = `import { exec } from 'node:child_process'; ${model.module === undefined ? '' : `import library from '${nameOf(model)}';`}`;
      const found = hitsByLine(
        [
          head,
          'export const handler = async (event, context) => {',
          'const body = JSON.parse(event.body);',
          ...claims.map(({ statement }) => `{ ${statement} }`),
          '};',
        ].join('\n'),
      );
      expect(
        claims.filter(({ holds }, i) => !holds(found.get(i + 4) ?? [])).map(({ entry, statement }) => `${entry}: ${statement}`),
      ).toEqual([]);
    },
  );
});
