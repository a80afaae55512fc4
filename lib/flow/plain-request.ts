import type { Machine } from './machine.js';
import { getMember, namedKey } from './members.js';
import type { CallInfo, Value } from './value.js';
import { isNever } from './values.js';

const credential = /auth|token|secret|cookie|api-?key|password|signature|session|^x-\w+-key$/iu;
const secret = /pass(?:word|wd|phrase)|secret|token|api-?key|credential/iu;
const kinds: ReadonlySet<string> = new Set(['secret', 'credentials']);

/**
 * Whether the headers of a request are all written in the call, and neither one of them nor a field of what is sent is a credential: the error of
 * such a request gives none away.
 * An instance adds the headers that it was made with.
 */
export function isPlainRequest(m: Machine, { args, receiver, node }: Pick<CallInfo, 'args' | 'receiver' | 'node'>): boolean {
  const isInstance = receiver?.references.some(reference => reference.type === 'api' && reference.call !== null) ?? false;
  if (isInstance || args.some(arg => m.deepTaints(arg).some(({ origin }) => kinds.has(origin.kind)))) return false;
  if (args.some(arg => namesOf(m, arg)?.some(name => secret.test(name)) ?? false)) return false;
  return args.some(arg => {
    const names = namesOf(m, arg);
    if (names === null || !names.includes('headers') || names.some(name => credential.test(name))) return false;
    const headers = namesOf(m, getMember(m, arg, namedKey('headers'), node));
    return headers !== null && headers.every(name => !credential.test(name));
  });
}

/** The names in an object literal; null when there may be others. */
function namesOf(m: Machine, value: Value): readonly string[] | null {
  const [reference, ...others] = value.references;
  if (reference?.type !== 'object' || others.length > 0 || value.taints.length > 0) return null;
  const { properties, rest, base } = m.object(reference.id);
  return isNever(rest) && isNever(base) ? [...properties.keys()] : null;
}
