/** The popular package that a name is taken for. */
export interface Twin {
  readonly name: string;
  /** Whether a package of the name in question was published to do harm. */
  readonly isOnRecord: boolean;
}

/** What each kind of finding says, before its rule's advice. */
export const twinMessage = (name: string, twin: Twin): string =>
  twin.isOnRecord
    ? `"${name}" is on record as a malicious package; the popular package "${twin.name}" is called almost like it.`
    : `"${name}" is one slip away from the popular package "${twin.name}".`;

const listed = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(', ');

/** @param names of the dependencies that no lockfile holds in place */
export const floatingMessage = (names: readonly string[]): string =>
  `No lockfile lies beside this file, so ${names.length === 1 ? 'the version' : 'the versions'} of ${listed(names)} may change.`;

/** Why a dependency floats whatever lies beside it. */
export type Looseness = 'any version' | 'a tag' | 'a git reference' | 'a URL without a hash' | 'a range';

const sources: Record<Looseness, string> = {
  'any version': 'is taken in any version',
  'a tag': 'is taken by a tag, which its publisher can move',
  'a git reference': 'is taken from a git repository without the commit',
  'a URL without a hash': 'is taken from a URL without a hash',
  'a range': 'is not pinned to a version',
};

export const looseMessage = (name: string, looseness: Looseness): string => `"${name}" ${sources[looseness]}.`;

export const leftOutMessage = (name: string): string =>
  `"${name}" is left out of the bundle, so the function runs whatever SDK its runtime holds.`;
