import { recordHit } from '../sinks.js';
import { booleanValue, prove } from '../conditions.js';
import { evaluate } from '../expressions.js';
import { asText, clearKinds, inText } from '../text.js';
import type { Machine } from '../machine.js';
import type { HeapObject, Property } from '../state.js';
import { Nature, type Node, type RegExpConstant, type Value } from '../value.js';
import {
  coercedValue,
  concatenate,
  constantText,
  constantValue,
  joinValues,
  libraryValue,
  mapTaints,
  never,
  noFacts,
  ownValue,
  provenValue,
  undefinedValue,
} from '../values.js';
import { errorInstance } from './properties.js';
import type { Native } from './table.js';

/** `String(x)`: the text of x; an object can no longer arrive. */
const string: Native = (m, [value]) => {
  if (value === undefined) return constantValue('');
  const text = constantText(value);
  if (text !== null) return constantValue(text);
  const flat = inText(m, value);
  if (value.texts !== null) return { ...flat, references: [], texts: value.texts };
  return { ...mapTaints(flat, taint => ({ ...taint, origin: taint.origin.derived('String') })), references: [] };
};

const coerced: Native = () => coercedValue;

/** What a test for a number is asked of: `x` itself in `isInteger(Number(x))` and `isNaN(+x)`, as only the text of a number becomes one. */
function asked(m: Machine, value: Value | undefined, [node]: readonly Node[]): Value {
  const converted =
    node?.type === 'UnaryExpression' && node.operator === '+'
      ? node.argument
      : node?.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'Number'
        ? node.arguments[0]
        : undefined;
  return converted?.type === 'Identifier' || converted?.type === 'MemberExpression' ? evaluate(m, converted) : (value ?? never);
}

/** `isNaN(x)` proves a number where it is false. */
const notNumber: Native = (m, [value], { argumentNodes }) =>
  provenValue(coercedValue, { whenTrue: noFacts, whenFalse: prove(m, asked(m, value, argumentNodes), m.knowledge.allKinds) });
const isNumber: Native = (m, [value], { argumentNodes }) => booleanValue(prove(m, asked(m, value, argumentNodes), m.knowledge.allKinds));

const regExp: Native = (m, [pattern, flags], options) => {
  const source = pattern === undefined ? null : constantText(pattern);
  if (source !== null) return constantValue({ pattern: source, flags: (flags && constantText(flags)) ?? '' });
  const literal = pattern?.constants.find(constant => typeof constant === 'object' && constant !== null);
  if (literal !== undefined) return constantValue(literal);
  if (pattern !== undefined)
    recordHit(
      m,
      { kind: 'regex', label: options.isNew === true ? 'new RegExp()' : 'RegExp()', node: options.argumentNodes[0] ?? options.node },
      pattern,
    );
  return libraryValue;
};

function makeError(m: Machine, args: readonly Value[], options: Parameters<Native>[2]): Value {
  const self = m.allocate(options.node, { kind: 'error' } satisfies Partial<HeapObject>);
  errorInstance(m, self, args);
  return self;
}

const date: Native = (_m, args, options) => (args.length === 0 || options.isNew === true ? coercedValue : ownValue);

/** String, Number, RegExp, Error and other makers of plain values. */
export const textNatives: Readonly<Record<string, Native>> = {
  String: string,
  'String.raw': (m, args) => concatenate(args.map(arg => m.flat(arg))),
  'String.fromCharCode': () => ownValue,
  'String.fromCodePoint': () => ownValue,
  Number: coerced,
  Boolean: coerced,
  BigInt: coerced,
  parseInt: coerced,
  parseFloat: coerced,
  isNaN: notNumber,
  isFinite: isNumber,
  'Number.isNaN': notNumber,
  'Number.isInteger': isNumber,
  'Number.isSafeInteger': isNumber,
  'Number.isFinite': isNumber,
  'Number.parseInt': coerced,
  'Number.parseFloat': coerced,
  Symbol: () => libraryValue,
  'Symbol.for': () => libraryValue,
  Date: date,
  'Date.now': coerced,
  'Date.parse': coerced,
  'Date.UTC': coerced,
  RegExp: regExp,
  'RegExp.escape': (m, [value]) =>
    value === undefined ? never : clearKinds(m, asText(m, value, 'RegExp.escape'), m.knowledge.bit('regex')),
  Error: makeError,
  TypeError: makeError,
  RangeError: makeError,
  SyntaxError: makeError,
  EvalError: makeError,
  URIError: makeError,
  AggregateError: (m, args, options) => makeError(m, args.slice(1), options),
  'Error.captureStackTrace': () => undefinedValue,
};

/** A method of a regular expression: `test`, `exec`. */
export function regExpMethod(m: Machine, self: Value, name: string | null, args: readonly Value[]): Value | null {
  if (name !== 'test' && name !== 'exec') return null;
  const [subject] = args;
  const patterns = self.constants.filter(constant => typeof constant === 'object' && constant !== null);
  if ((self.nature & Nature.listed) !== 0 && name === 'test' && subject !== undefined)
    return booleanValue(prove(m, subject, m.knowledge.allKinds));
  if (patterns.length === 0 || subject === undefined) return null;
  let accepted = m.knowledge.allKinds;
  let rejected = m.knowledge.allKinds;
  for (const { pattern, flags } of patterns) {
    accepted &= m.knowledge.patternClears(pattern, flags);
    rejected &= m.knowledge.absenceClears(pattern, flags);
  }
  const proof = { whenTrue: prove(m, subject, accepted), whenFalse: prove(m, subject, rejected) };
  if (name === 'test') return provenValue(coercedValue, proof);
  return provenValue(joinValues(matched(m, subject, patterns[0]!), constantValue(null)), proof);
}

/** What a match gives: the text and its groups, parts of the subject, as harmless as the pattern makes them. */
export function matched(m: Machine, subject: Value, { pattern, flags }: RegExpConstant): Value {
  const text = asText(m, subject, 'match', pattern);
  const group = (name: number | string): Property => ({
    value: clearKinds(m, text, m.knowledge.groupClears(pattern, flags, name)),
    node: null,
    getter: false,
  });
  const names = [...pattern.matchAll(/\(\?<([\w$]+)>/gu)].map(([, name]) => name ?? '');
  const count = (pattern.match(/\((?!\?)|\(\?<[\w$]/gu)?.length ?? 0) + 1;
  const numbered = Array.from({ length: Math.min(count, 20) }, (_, i): [string, Property] => [String(i), group(i)]);
  const groups = m.allocateFresh({ properties: new Map(names.map((name): [string, Property] => [name, group(name)])) });
  const properties = new Map<string, Property>([
    ...numbered,
    ['groups', { value: groups, node: null, getter: false }],
    ['input', { value: subject, node: null, getter: false }],
  ]);
  return m.allocateFresh({
    kind: 'array',
    properties: flags.includes('g') ? new Map() : properties,
    rest: flags.includes('g') ? group(0).value : never,
  });
}
