import type { Machine } from './machine.js';
import type { LibraryCall } from './machine-types.js';
import { getMember, namedKey } from './members.js';
import type { Value } from './value.js';
import { constantText } from './values.js';

/**
 * Whether credentials in a request are where they belong: what is sent to the machine itself stays there (the Parameters and Secrets extension
 * asks for the role's token), and a signed request names the session that it was signed in.
 */
export function mayHoldCredentials(m: Machine, call: LibraryCall): boolean {
  return staysLocal(m, call) || isSigned(m, call);
}

const localUrl = /^https?:\/\/(?:localhost|127\.0\.0\.1)[:/]/u;
const localHost = /^(?:localhost|127\.0\.0\.1)(?::|$)/u;

/** `http://localhost:2773/...`, `{ hostname: 'localhost' }`, `{ baseURL: 'http://localhost:2773' }`. */
function staysLocal(m: Machine, { args: [target], node }: LibraryCall): boolean {
  if (target === undefined) return false;
  if (localUrl.test(startOf(target))) return true;
  if (target.references.length !== 1 || target.references[0]!.type !== 'object') return false;
  const names = (pattern: RegExp) => (name: string) => pattern.test(startOf(getMember(m, target, namedKey(name), node)));
  return ['hostname', 'host'].some(names(localHost)) || ['baseURL', 'url', 'uri', 'prefixUrl'].some(names(localUrl));
}

function startOf(value: Value): string {
  const start = value.texts?.[0]?.[0] ?? constantText(value);
  return typeof start === 'string' ? start : '';
}

const sessionHeader = /^x-amz-security-token$/iu;

/** `request.set('X-Amz-Security-Token', token)`, or a header of that name among the options. */
function isSigned(m: Machine, { args, node }: LibraryCall): boolean {
  const [name] = args;
  if (name !== undefined && sessionHeader.test(constantText(name) ?? '')) return true;
  return args.some(arg =>
    getMember(m, arg, namedKey('headers'), node).references.some(
      reference => reference.type === 'object' && [...m.object(reference.id).properties.keys()].some(header => sessionHeader.test(header)),
    ),
  );
}
