import type { HeapObject, State } from './state.js';
import type { Reference, Value } from './value.js';
import { joinValues } from './values.js';

/** The value with the text of each URL object in it in place of the object: a URL inside a text is its `href`, and its host is where it was. */
export function urlsAsText(value: Value, object: (id: number) => HeapObject): Value {
  const urls = value.references.flatMap(reference => {
    const made = reference.type === 'object' ? object(reference.id) : null;
    return made?.kind === 'url' ? [{ reference, href: made.properties.get('href')?.value }] : [];
  });
  if (urls.length === 0) return value;
  const others = value.references.filter(reference => !urls.some(url => url.reference === reference));
  return urls.reduce<Value>((all, { href }) => (href === undefined ? all : joinValues(all, href)), { ...value, references: others });
}

/** The references of a value but those objects that it is known not to be. */
export function presentReferences(state: State, { references }: Value): readonly Reference[] {
  if (references.length < 2) return references;
  const present = references.filter(reference => reference.type !== 'object' || state.fact(-reference.id) === 0);
  return present.length === 0 || present.length === references.length ? references : present;
}
