import type { Machine } from './machine.js';
import { getMember, namedKey } from './members.js';
import { Nature, type CallInfo, type Node, type Value } from './value.js';
import { isNever, undefinedValue } from './values.js';

const credential = /auth|token|secret|cookie|api-?key|password|signature|session|^x-\w+-key$/iu;
const secret = /pass(?:word|wd|phrase)|secret|token|api-?key|credential/iu;
const kinds: ReadonlySet<string> = new Set(['secret', 'credentials']);

/**
 * Whether the headers of a request are all written in the call, or there are none and nothing is sent but the address, and neither one of them nor
 * a field of what is sent is a credential: the error of such a request gives none away.
 * An instance adds the headers that it was made with, and so do defaults.
 */
export function isPlainRequest(m: Machine, { args, receiver, node }: Pick<CallInfo, 'args' | 'receiver' | 'node'>): boolean {
  const isInstance = receiver?.references.some(reference => reference.type === 'api' && reference.call !== null) ?? false;
  if (isInstance || args.some(arg => m.deepTaints(arg).some(({ origin }) => kinds.has(origin.kind)))) return false;
  if (args.some(arg => namesOf(m, arg)?.some(name => secret.test(name)) ?? false)) return false;
  if (isBare(m, args, node)) return true;
  return args.some(arg => {
    const names = namesOf(m, arg);
    if (names === null || !names.includes('headers') || names.some(name => credential.test(name))) return false;
    const headers = namesOf(m, getMember(m, arg, namedKey('headers'), node));
    return headers !== null && headers.every(name => !credential.test(name));
  });
}

/** What says how a request is made, and sends nothing. */
const settings =
  /^(?:method|ur[il]|json|timeout|responseType|maxRedirects|validateStatus|maxContentLength|gzip|encoding|signal|redirect|retry|followRedirect)$/u;

/** `axios.get(url)`, `request({ uri, json: true })`, where all of the address is known and names no credential. */
function isBare(m: Machine, args: readonly Value[], node: Node): boolean {
  const [target, options = undefinedValue, ...others] = args;
  if (target === undefined || others.length > 0) return false;
  const named = namesOf(m, target);
  const given = options === undefinedValue || isConstantText(options) ? [] : namesOf(m, options);
  if ([...(named ?? []), ...(given ?? ['?'])].some(name => !settings.test(name))) return false;
  const address = named?.find(name => /^ur[il]$/u.test(name));
  if (!isPublic(named === null ? target : getMember(m, target, namedKey(address ?? ''), node))) return false;
  return !/\bdefaults\b(?!\.(?:timeout|baseURL)\b)|\binterceptors\b/u.test(m.module.text);
}

/** What is sent, where the program has written all of it. */
function isConstantText({ constants, references, nature, taints, texts }: Value): boolean {
  return constants.length > 0 && references.length === 0 && nature === 0 && taints.length === 0 && texts === null;
}

/** An address of which every piece is known, without a credential in its query. */
function isPublic({ references, nature, texts, constants, taints }: Value): boolean {
  if (references.length > 0 || (nature & Nature.unknown) !== 0 || (texts === null && taints.length > 0)) return false;
  return [...constants, ...(texts ?? []).flat()].every(piece =>
    typeof piece === 'string'
      ? !/[?&][^=]*(?:key|token|secret|auth|sig)/iu.test(piece)
      : typeof piece === 'object' && piece !== null && 'nature' in piece && (piece.nature & Nature.unknown) === 0,
  );
}

/** The names in an object literal; null when there may be others. */
function namesOf(m: Machine, value: Value): readonly string[] | null {
  const [reference, ...others] = value.references;
  if (reference?.type !== 'object' || others.length > 0 || value.taints.length > 0) return null;
  const { properties, rest, base } = m.object(reference.id);
  return isNever(rest) && isNever(base) ? [...properties.keys()] : null;
}
