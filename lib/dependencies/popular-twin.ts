import { loadMalicious } from './malicious-names.js';
import type { Twin } from './messages.js';
import { type Ecosystem, loadNames } from './popular-names.js';
import { lookalikesOf, normalizedPython } from './typosquat.js';

interface Loaded {
  readonly twinOf: (name: string) => string | null;
  readonly malicious: ReadonlyMap<string, string>;
  readonly answers: Map<string, Twin | null>;
}

const loaded = new Map<Ecosystem, Loaded>();

const load = (ecosystem: Ecosystem): Loaded => ({
  twinOf: lookalikesOf(ecosystem, loadNames(ecosystem)),
  malicious: loadMalicious(ecosystem),
  answers: new Map(),
});

/** What a record says goes before what a name looks like. */
function find(name: string, ecosystem: Ecosystem, { twinOf, malicious }: Loaded): Twin | null {
  const imitated = malicious.get(ecosystem === 'npm' ? name.toLowerCase() : normalizedPython(name));
  if (imitated !== undefined) return { name: imitated, isOnRecord: true };
  const twin = twinOf(name);
  return twin === null ? null : { name: twin, isOnRecord: false };
}

/** The popular package that a name, in any case, imitated or is one slip away from; null when it is popular itself or resembles none. */
export function popularTwin(name: string, ecosystem: Ecosystem): Twin | null {
  let entry = loaded.get(ecosystem);
  if (entry === undefined) loaded.set(ecosystem, (entry = load(ecosystem)));
  let answer = entry.answers.get(name);
  if (answer === undefined) entry.answers.set(name, (answer = find(name, ecosystem, entry)));
  return answer;
}
