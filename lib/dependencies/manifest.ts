import path from 'node:path';
import type { DocumentNode, MemberNode, ObjectNode } from '@humanwhocodes/momoa';
import { isLocalPackage, localPackagesOf } from './local-packages.js';
import { unlocked } from './lockfiles.js';
import { floatingMessage, leftOutMessage, looseMessage, twinMessage } from './messages.js';
import { npmSource } from './npm-range.js';
import { popularTwin } from './popular-twin.js';
import { sdkInScript } from './sdk-names.js';
import { isSpeltAlike } from './typosquat.js';

/** A place of a JSON text as its parser gives it: lines and columns from 1. */
export interface JsonRange {
  start: { line: number; column: number };
  end: { line: number; column: number };
}

/** One finding in a package.json. */
export interface ManifestFinding {
  message: string;
  loc: JsonRange;
}

interface Dependency {
  section: MemberNode;
  name: string;
  value: string;
  member: MemberNode;
}

/** Ranges of peers are meant to be wide: whoever installs the package decides. */
const pinnedSections = ['dependencies', 'devDependencies', 'optionalDependencies'];
const allSections = [...pinnedSections, 'peerDependencies'];

/** Whether a file is the manifest of an npm package, told by its name. */
export const isManifest = (file: string): boolean => path.basename(file) === 'package.json';

const nameOf = ({ name }: MemberNode): string => (name.type === 'String' ? name.value : name.name);

const membersOf = (object: ObjectNode, names: readonly string[]): MemberNode[] =>
  object.members.filter(member => names.includes(nameOf(member)));

function* dependenciesOf({ body }: DocumentNode, sections: readonly string[]): Generator<Dependency> {
  if (body.type !== 'Object') return;
  for (const section of membersOf(body, sections)) {
    if (section.value.type !== 'Object') continue;
    for (const member of section.value.members) {
      if (member.value.type === 'String') yield { section, member, name: nameOf(member), value: member.value.value };
    }
  }
}

/** Dependencies that are named almost like a popular package. @param file the manifest's absolute path, whose workspaces hold names of their own */
export function typosquatsIn(document: DocumentNode, file: string): ManifestFinding[] {
  const found: ManifestFinding[] = [];
  for (const { name, value, member } of dependenciesOf(document, allSections)) {
    const { registryName } = npmSource(name, value);
    const twin = registryName === null ? null : popularTwin(registryName, 'npm');
    if (registryName === null || twin === null) continue;
    // An alias that writes both names side by side forgets no scope.
    if (registryName === name ? isLocalPackage(name, path.dirname(file)) : isSpeltAlike(name, registryName)) continue;
    found.push({ message: twinMessage(registryName, twin), loc: registryName === name ? member.name.loc : member.value.loc });
  }
  return found;
}

const valueAt = ({ body }: DocumentNode, name: string): MemberNode['value'] | undefined =>
  body.type === 'Object' ? membersOf(body, [name])[0]?.value : undefined;

/** Whether a package is made to be published: what it depends on is chosen by those who install it, whose lockfile decides. */
function isPublished(document: DocumentNode): boolean {
  const isPrivate = valueAt(document, 'private');
  if (isPrivate?.type === 'Boolean' && isPrivate.value) return false;
  return valueAt(document, 'files')?.type === 'Array' || valueAt(document, 'publishConfig')?.type === 'Object';
}

/** Dependencies whose version can change. @param file the manifest's absolute path, beside which a lockfile may lie */
export function floatingIn(document: DocumentNode, file: string): ManifestFinding[] {
  const found: ManifestFinding[] = [];
  const folder = path.dirname(file);
  const ranges = new Map<MemberNode, string[]>();
  for (const { section, name, value, member } of dependenciesOf(document, pinnedSections)) {
    const { looseness, isExact } = npmSource(name, value);
    const isAny = looseness === 'any version';
    // Workspaces name each other with a star.
    if (isAny && isLocalPackage(name, folder)) continue;
    // Declarations of types run nowhere, and those who publish them ask for any.
    if (looseness !== null && !(isAny && name.startsWith('@types/')))
      found.push({ message: looseMessage(name, looseness), loc: member.value.loc });
    else if (!isExact) ranges.set(section, [...(ranges.get(section) ?? []), name]);
  }
  if (ranges.size === 0 || isPublished(document)) return found;
  const left = unlocked(file, [...ranges.values()].flat());
  const isLocal = left.length === 0 ? () => true : localPackagesOf(folder);
  const open = new Set(left.filter(name => !isLocal(name)));
  for (const [section, names] of ranges) {
    const floating = names.filter(name => open.has(name));
    if (floating.length > 0) found.push({ message: floatingMessage(floating), loc: section.name.loc });
  }
  return found;
}

/** Scripts whose bundler leaves the AWS SDK out. */
export function sdkScriptsIn({ body }: DocumentNode): ManifestFinding[] {
  const [scripts] = body.type === 'Object' ? membersOf(body, ['scripts']) : [];
  if (scripts?.value.type !== 'Object') return [];
  return scripts.value.members.flatMap(({ value }) => {
    const name = value.type === 'String' ? sdkInScript(value.value) : null;
    return name === null ? [] : [{ message: leftOutMessage(name), loc: value.loc }];
  });
}
