import type { Machine } from '../machine.js';
import type { Property } from '../state.js';
import { asParsed, clearKinds } from '../text.js';
import type { Node, Part, Value } from '../value.js';
import {
  coercedValue,
  concatenate,
  constantText,
  constantValue,
  isNever,
  joinValues,
  mapTaints,
  never,
  ownValue,
  undefinedValue,
} from '../values.js';
import type { Native } from './table.js';
import { elementsOf } from '../iteration.js';
import { getMember, namedKey } from '../members.js';

const parts = ['hostname', 'host', 'origin', 'pathname', 'search', 'hash', 'port', 'protocol', 'username', 'password'];

/** The parts that a text decides about which cannot change the host. */
const behindHost: ReadonlySet<string> = new Set(['pathname', 'search', 'hash']);

/** `new URL(text, base)`: an object whose host, once proven harmless, makes the URL harmless. */
const url: Native = (m, [text, base], options) => parsed(m, text, base, options.node, never);

/** `url.parse(text)`: the same parts, and `query`, `path` and `auth`. */
const legacy: Native = (m, [text], options) =>
  parsed(m, text, undefined, options.node, text === undefined ? never : asParsed(m, text, options.node, true));

function parsed(m: Machine, text: Value | undefined, base: Value | undefined, node: Node, others: Value): Value {
  const input = text === undefined ? never : m.flat(text);
  // A relative reference cannot change the base's host unless it is a URL of its own: that is for the text's shape to tell.
  const startsLocal = base !== undefined && startsWithSegment(input);
  const href = startsLocal ? concatenate([m.flat(base), constantValue('/'), input]) : input;
  const whole = mapTaints(href, taint => ({ ...taint, origin: taint.origin.derived('URL', ''), whole: false }));
  const properties = new Map<string, Property>();
  const property = (name: string, value: Value): void => void properties.set(name, { value, node: null, getter: false });
  const matters = (pieces: readonly Part[]): boolean =>
    pieces.some((piece, index) => typeof piece !== 'string' && isControlled(piece) && m.knowledge.pieceMatters('url', pieces, index));
  const hostFixed = href.texts !== null && !href.texts.some(matters);
  const shaped =
    href.texts === null
      ? whole
      : { ...whole, texts: href.texts.map(pieces => pieces.map(piece => (typeof piece === 'string' ? piece : whole))) };
  property('href', hostFixed ? clearKinds(m, shaped, m.knowledge.bit('url') | m.knowledge.bit('redirect')) : shaped);
  for (const name of parts) {
    property(name, hostFixed && !behindHost.has(name) ? ownValue : part(whole, name));
  }
  property('searchParams', searchParameters(m, part(whole, 'search')));
  return m.allocate(node, { kind: 'url', properties, base: others });
}

const isControlled = ({ taints }: Value): boolean => taints.some(({ origin }) => origin.facts.trust !== 'trusted');

function part(whole: Value, name: string): Value {
  const value = mapTaints(whole, taint => ({ ...taint, origin: taint.origin.urlPart(name) }));
  return value.taints.length === 0 ? ownValue : { ...value, constants: [], references: [], texts: null };
}

/** Whether a text begins with constant text that names no other host. */
function startsWithSegment(value: Value): boolean {
  const first = value.texts?.[0]?.[0] ?? constantText(value);
  return typeof first === 'string' && /^(?:\/(?![/\\])|[\w.-]+\/|\?)/u.test(first);
}

function searchParameters(m: Machine, values: Value): Value {
  return m.allocateFresh({ kind: 'map', rest: values, keys: values });
}

const parameters: Native = (m, [source], options) => {
  if (source === undefined) return m.allocate(options.node, { kind: 'map' });
  const items =
    source.references.length > 0
      ? elementsAndValues(m, source, options.node)
      : mapTaints(m.flat(source), taint => ({ ...taint, origin: taint.origin.derived('query', '').member('*') }));
  return m.allocate(options.node, { kind: 'map', rest: items, keys: ownValue });
};

function elementsAndValues(m: Machine, source: Value, node: Node): Value {
  return joinValues(elementsOf(m, source, node), { ...m.flat(source), references: [] });
}

/** The query text: encoded, so that it stays behind its `?`. */
const query: Native = (m, _args, options) => {
  let text = never;
  for (const reference of options.self?.references ?? []) {
    if (reference.type !== 'object') continue;
    const object = m.object(reference.id);
    text = joinValues(text, m.flat(joinValues(object.rest, object.keys)));
    for (const property of object.properties.values()) text = joinValues(text, m.flat(property.value));
  }
  const encoded = ['url', 'redirect', 'html', 'command', 'path', 'text-log'].reduce((mask, kind) => mask | m.knowledge.bit(kind), 0);
  const value = clearKinds(m, { ...text, constants: [], references: [], texts: null }, encoded);
  return isNever(value) ? ownValue : value;
};

/** URL and URLSearchParams; the parameters are a Map of their own kind. */
export const urlNatives: Readonly<Record<string, Native>> = {
  URL: url,
  'URL.canParse': () => coercedValue,
  'URL.parse': url,
  legacyUrl: legacy,
  URLSearchParams: parameters,
  'url.toString': (m, _args, options) => getMember(m, options.self ?? never, namedKey('href'), options.node),
  'url.toJSON': (m, _args, options) => getMember(m, options.self ?? never, namedKey('href'), options.node),
  'map.append': (m, [, value], options) => {
    for (const reference of options.self?.references ?? []) {
      if (reference.type !== 'object') continue;
      const object = m.object(reference.id);
      m.state.setObject(reference.id, { ...object, rest: joinValues(object.rest, value ?? undefinedValue) });
    }
    return undefinedValue;
  },
  'map.getAll': (m, _args, options) =>
    m.allocate(options.node, { kind: 'array', rest: options.self === null ? never : elementsOf(m, options.self, options.node) }),
  'map.toString': query,
  'map.sort': () => undefinedValue,
  'array.next': (m, _args, options) => (options.self === null ? never : callBackless(m, options.self, options.node)),
};

function callBackless(m: Machine, self: Value, node: Node): Value {
  return m.allocateFresh({
    properties: new Map([
      ['value', { value: elementsOf(m, self, node), node: null, getter: false }],
      ['done', { value: coercedValue, node: null, getter: false }],
    ]),
  });
}
