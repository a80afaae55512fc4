import type { Part } from '../flow/value.js';
import type { SinkKind } from '../models/kinds.js';
import { hostIsFixed } from './text-parts.js';

const none: readonly SinkKind[] = [];

/** Operations whose result has no `..` left in it. */
const resolving = /(?:^|\.)(?:resolve|normalize|realpath|realpathSync|join)$/;

/**
 * What `text.startsWith(prefix)` proves. A prefix that does not end with a separator guards nothing (`https://example.com` also starts
 * `https://example.com.evil.test`, `/tmp/a` also `/tmp/abc`), and a path must have been resolved before.
 *
 * @param prefix in order; pieces that are not constant are the program's own
 * @param operation what made the tested text, `path.resolve`, null when it is as it came
 * @returns the kinds of sink for which the text is then harmless
 */
export function judgePrefix(prefix: readonly Part[], operation: string | null): readonly SinkKind[] {
  const first = prefix[0];
  const last = prefix.at(-1);
  if (first === undefined || last === undefined) return none;
  const whole = prefix.length === 1 && typeof first === 'string' ? first : null;
  if (whole !== null && /^[a-z][a-z0-9+.-]*:\/\//i.test(whole)) return hostIsFixed([whole, ''], 1) ? ['url', 'redirect'] : none;
  const separated = typeof last === 'string' && /[/\\]$/.test(last);
  const isRoot = whole !== null && /^[./\\]*$/.test(whole);
  // `/app` is a path of the own site, also without a slash behind it; `/` may start `//evil.test`.
  const isLocal: readonly SinkKind[] = typeof first === 'string' && /^\/[^/\\]/.test(first) ? ['redirect', 'url'] : none;
  if (!separated || isRoot) return isLocal;
  const isAbsolute = typeof first !== 'string' || /^[/\\]/.test(first);
  const kinds: SinkKind[] = [...isLocal, 'object-key', 'secret-id'];
  if (isAbsolute && operation !== null && resolving.test(operation)) kinds.push('path');
  if (typeof first !== 'string') kinds.push('url', 'redirect');
  return kinds;
}

/**
 * What `host.endsWith(suffix)` proves: `.example.com` on the host of a parsed URL leaves only hosts of that domain. Without the dot in front
 * (`evilexample.com`), with a single label (`.com`), and on a text that is no host, it proves nothing.
 *
 * @param operation what made the tested text; a member of a parsed URL ends with `host` or `hostname`
 */
export function judgeSuffix(suffix: readonly Part[], operation: string | null): readonly SinkKind[] {
  if (operation === null || !/(?:^|\.)host(?:name)?$/.test(operation)) return none;
  const text = suffix.map(part => (typeof part === 'string' ? part : 'own.own')).join('');
  return /^\.[\w-]+(?:\.[\w-]+)+$/.test(text) ? ['url', 'redirect'] : none;
}
