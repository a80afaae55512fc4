import type { Looseness } from './messages.js';

/** What a manifest says of one dependency: where it comes from, and how firmly. */
export interface NpmSource {
  /** The name that the registry is asked for; null when it is not asked. */
  readonly registryName: string | null;
  /** Why it floats even with a lockfile, which only the next update needs to forget. */
  readonly looseness: Looseness | null;
  /** Whether it names one version. */
  readonly isExact: boolean;
}

/** Protocols of package managers for what lies in the same repository or is pinned elsewhere in it. */
const local = /^(?:workspace|file|link|portal|catalog|patch|exec):|^\.{0,2}\/|^~\//;
const git =
  /^(?:git(?:\+\w+)?:|git@|(?:github|gitlab|bitbucket|gist):|(?:https?|ssh):\/\/.*\.git(?:#|$)|https?:\/\/(?:www\.)?github\.com\/[^/]+\/[^/]+$)/i;
const shorthand = /^[\w.-]+\/[\w.-]+(?:#.*)?$/;
const commit = /#(?:[^#]*&)?[0-9a-f]{40}$/i;
/** An archive that a host makes of one commit. */
const archiveOfCommit = /[/@][0-9a-f]{40}(?:\.(?:tgz|tar\.gz|zip))?$/i;
const exact = /^v?=?\s*\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/;

/**
 * Reads the value that a manifest of npm gives to a dependency.
 *
 * @param name its key
 * @param value as written; https://docs.npmjs.com/cli/configuring-npm/package-json#dependencies
 */
export function npmSource(name: string, value: string): NpmSource {
  const text = value.trim();
  const alias = /^npm:((?:@[^/@]+\/)?[^@]+)(?:@(.*))?$/.exec(text);
  if (alias) return npmSource(alias[1] ?? name, alias[2] ?? '');
  if (local.test(text)) return { registryName: null, looseness: null, isExact: true };
  if (git.test(text) || shorthand.test(text)) {
    return { registryName: null, looseness: commit.test(text) ? null : 'a git reference', isExact: true };
  }
  if (/^https?:/i.test(text)) {
    return { registryName: null, looseness: archiveOfCommit.test(text) ? null : 'a URL without a hash', isExact: true };
  }
  if (/^(?:|[*x](?:\.[*x]){0,2}|>=?\s*0(?:\.0){0,2})$/i.test(text)) return { registryName: name, looseness: 'any version', isExact: false };
  if (/^[a-z][\w.-]*$/i.test(text) && !/^[vx][\d.]/i.test(text)) return { registryName: name, looseness: 'a tag', isExact: false };
  return { registryName: name, looseness: null, isExact: exact.test(text) };
}
