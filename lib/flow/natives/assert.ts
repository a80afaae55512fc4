import { prove } from '../conditions.js';
import type { Value } from '../value.js';
import { noFacts, undefinedValue } from '../values.js';
import { regExpMethod } from './text.js';
import type { Native } from './table.js';

/** Goes on only where a condition holds. */
const holds: Native = (m, [condition]) => {
  if (condition?.proof) m.state.addFacts(condition.proof.whenTrue);
  return undefinedValue;
};

/** Goes on only where a value is one that the program wrote. */
const equals: Native = (m, [actual, expected]) => {
  const own = (value: Value | undefined): boolean => value !== undefined && value.taints.length === 0 && value.references.length === 0;
  if (actual !== undefined && own(expected))
    m.state.addFacts(
      actual.proof !== null && expected?.constants[0] === true ? actual.proof.whenTrue : prove(m, actual, m.knowledge.allKinds),
    );
  return undefinedValue;
};

const matches: Native = (m, [text, pattern]) => {
  const proof = text === undefined || pattern === undefined ? null : regExpMethod(m, pattern, 'test', [text])?.proof;
  m.state.addFacts(proof?.whenTrue ?? noFacts);
  return undefinedValue;
};

/** Node's assert. https://nodejs.org/api/assert.html */
export const assertNatives: Readonly<Record<string, Native>> = {
  assert: holds,
  'assert.ok': holds,
  'assert.equal': equals,
  'assert.strictEqual': equals,
  'assert.deepEqual': equals,
  'assert.deepStrictEqual': equals,
  'assert.match': matches,
};
