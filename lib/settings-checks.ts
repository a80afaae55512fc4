/** A wrong setting: the message names the key, what it holds and what it may hold. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** Looks at a value; throws a SettingsError that begins with the key. */
export type Check = (value: unknown, key: string) => void;

const shown = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  if (Array.isArray(value)) return 'an array';
  return value !== null && typeof value === 'object' ? 'an object' : String(value);
};

function refuse(key: string, value: unknown, wanted: string): never {
  throw new SettingsError(`${key}: ${shown(value)} is not ${wanted}.`);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

export const text: Check = (value, key) => {
  if (typeof value !== 'string' || value === '') refuse(key, value, 'a text');
};

export const wholeNumber: Check = (value, key) => {
  if (!Number.isInteger(value) || (value as number) < 0) refuse(key, value, 'a whole number');
};

export function oneOf(allowed: readonly unknown[]): Check {
  return (value, key) => {
    if (!allowed.includes(value)) refuse(key, value, `one of ${allowed.map(shown).join(', ')}`);
  };
}

export function list(of: Check): Check {
  return (value, key) => {
    if (!Array.isArray(value)) refuse(key, value, 'an array');
    for (const [index, item] of value.entries()) of(item, `${key}[${index}]`);
  };
}

/** Any of the checks will do: the one that the value's type suits says what is wrong. */
export function either(...checks: readonly { readonly suits: (value: unknown) => boolean; readonly check: Check }[]): Check {
  return (value, key) => {
    const fitting = checks.find(({ suits }) => suits(value)) ?? checks[0];
    fitting?.check(value, key);
  };
}

/** @param required keys that must be there; @param optional keys that may; any other is refused */
export function object(required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check {
  return (value, key) => {
    if (!isRecord(value)) refuse(key, value, 'an object');
    const allowed = { ...required, ...optional };
    for (const name of Object.keys(required)) {
      if (!(name in value)) throw new SettingsError(`${key}: "${name}" is missing.`);
    }
    for (const [name, item] of Object.entries(value)) {
      const check = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
      if (check === undefined) throw new SettingsError(`${key}: "${name}" is not one of ${Object.keys(allowed).join(', ')}.`);
      check(item, `${key}.${name}`);
    }
  };
}

/** An object whose keys are names of the user's. */
export function record(of: Check): Check {
  return (value, key) => {
    if (!isRecord(value)) refuse(key, value, 'an object');
    for (const [name, item] of Object.entries(value)) of(item, `${key}[${JSON.stringify(name)}]`);
  };
}
