import type { Condition, Model, When } from '../../lib/models/model.js';

/** Splits `Member[a,b].Argument[0..]` at the dots between steps. */
const stepsOf = (path: string): readonly string[] => (path === '' ? [] : path.split(/\.(?![^[]*\])/));
const namesOf = (step: string): readonly string[] => /\[(.*)\]$/.exec(step)?.[1]?.split(',') ?? [];
const member = (name: string): string => (/^[\w$]+$/.test(name) ? `.${name}` : `['${name}']`);
const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];

/** Values that make a condition hold; null where only a call of the library could. */
function witness(condition: Condition): string | null {
  if (condition.of === 'receiver') return condition.is === 'absent' ? '' : null;
  if (condition.not === true) return condition.is === 'function' || condition.is === 'truthy' ? '' : null;
  if (typeof condition.is === 'object') return JSON.stringify(condition.is.oneOf[0]);
  const known: Partial<Record<Exclude<Condition['is'], object>, string>> = {
    truthy: 'true',
    absent: '',
    present: '1',
    'shell-program': "'sh'",
    'shell-flag': "'-c'",
    'code-flag': "'-e'",
  };
  return known[condition.is] ?? null;
}

/** A value with a value at a path inside: `{ a: { b: x } }`, `['-c', x]` for the member `1`. */
function nested(property: string, value: string): string {
  return property === '' ? value : property.split('.').reduceRight((inner, name) => `{ ${JSON.stringify(name)}: ${inner} }`, value);
}

/** The arguments of a call: what the conditions ask for, and what is put at one index. @returns null when a condition cannot be met */
function argumentsFor(
  when: When | 'tainted' | undefined,
  index: number,
  value: (others: Readonly<Record<string, string>>) => string,
): string | null {
  const args: string[] = [];
  const own: Record<string, string> = {};
  for (const condition of when === 'tainted' ? [] : listOf<Condition>(when as Condition)) {
    const text = witness(condition);
    if (text === null) return null;
    if (text === '' || condition.of === 'receiver') continue;
    if (condition.argument === index) own[condition.property ?? ''] = text;
    else args[condition.argument] = nested(condition.property ?? '', text);
  }
  args[index] = value(own);
  return Array.from(args, arg => arg ?? 'undefined').join(', ');
}

/** The shortest way from the module to a type of a model. */
function expandType(model: Model, steps: readonly string[], depth = 0): readonly string[] | null {
  const paths = model.types?.[steps[0] ?? ''];
  if (paths === undefined) return steps;
  if (depth > 6) return null;
  const ways = paths.flatMap(path => {
    const way = expandType(model, stepsOf(path), depth + 1);
    return way === null ? [] : [[...way, ...steps.slice(1)]];
  });
  return ways.sort((a, b) => a.length - b.length)[0] ?? null;
}

/** What stands inside an argument: `Member[html]` is `{ html: x }`. */
function inside(steps: readonly string[], value: string, others: Readonly<Record<string, string>>): string | null {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  const inner = inside(rest, value, {});
  if (inner === null) return null;
  const name = namesOf(step)[0] ?? 'any';
  const beside = Object.entries(others).map(([key, text]) => `${JSON.stringify(key)}: ${text}, `);
  if (step === 'ArrayElement') return `[${inner}]`;
  if (/^\d+$/.test(name))
    return `[${[...Array(Number(name)).keys()].map(i => others[String(i)] ?? "'x'").join(', ')}${name === '0' ? '' : ', '}${inner}]`;
  return step.startsWith('Member') || step === 'AnyMember' ? `{ ${beside.join('')}${JSON.stringify(name)}: ${inner} }` : null;
}

interface Spelling {
  /** Put where the path ends, when it ends in an argument. */
  readonly value: string;
  /** Makes a statement of the expression that the path ends in, when it does not. */
  readonly use: (expression: string) => string;
  /** Makes a statement of the call whose argument the path ends in. */
  readonly wrap?: (call: string) => string | null;
  /** The call is made so that this holds. */
  readonly when?: When | 'tainted' | undefined;
  /** Arguments of calls on the way. */
  readonly filler?: string;
}

/**
 * Code that does what an access path says.
 *
 * @returns a statement, or null for a path that a statement cannot spell
 */
export function spellPath(
  model: Model,
  path: string,
  { value, use, when, filler = '', wrap = call => `await ${call}` }: Spelling,
): string | null {
  const steps = expandType(model, stepsOf(path));
  return steps === null ? null : spell(model.global === undefined ? 'library' : String(listOf(model.global)[0]), steps, 0);

  function spell(expression: string, rest: readonly string[], depth: number): string | null {
    const [step, ...after] = rest;
    if (step === undefined) return use(expression);
    const [name = ''] = namesOf(step);
    if (step.startsWith('Member')) return spell(expression + member(name), after, depth);
    if (step === 'AnyMember') return spell(`${expression}.any`, after, depth);
    if (step === 'ReturnValue')
      return spell(`(await ${expression}(${argumentsFor(when, 9, () => '') === null ? '' : filler}))`, after, depth);
    if (step === 'Instance') return spell(`new (${expression})(${filler})`, after, depth);
    if (step === 'Sent') return spell(`(await client.send(${expression}))`, after, depth);
    if (step === 'ArrayElement') {
      const body = spell(`e${depth}`, after, depth + 1);
      return body === null ? null : `for await (const e${depth} of ${expression}) { ${body} }`;
    }
    if (!step.startsWith('Argument')) return null;
    const index = Number.parseInt(name, 10);
    const callback = after.findIndex(next => next.startsWith('Parameter'));
    if (callback === -1) {
      const args = argumentsFor(when, index, others => inside(after, value, others) ?? '');
      return args === null || inside(after, value, {}) === null ? null : wrap(`${expression}(${args})`);
    }
    const position = Number.parseInt(namesOf(after[callback]!)[0] ?? '0', 10);
    const names = Array.from({ length: position + 1 }, (_, i) => `p${depth}${i}`);
    const body = spell(names[position]!, after.slice(callback + 1), depth + 1);
    const fn = body === null ? null : inside(after.slice(0, callback), `async (${names.join(', ')}) => { ${body} }`, {});
    const before = Array.from({ length: index }, (_, i) => (i === 0 && filler !== '' ? filler : "'x'"));
    return fn === null ? null : `await ${expression}(${[...before, fn].join(', ')})`;
  }
}
