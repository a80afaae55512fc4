import type { Candidate } from '../candidate.js';
import { parameterType, parametersOf } from '../candidate.js';
import { namedType } from '../lambda-types.js';
import { callGiven } from '../program-uses.js';

/** What runs functions of its own, with events and contexts that are not Lambda's. */
const platforms =
  /^(?:firebase-functions|@google-cloud\/functions-framework|@azure\/functions|@cloudflare\/workers-types|cloudflare:workers|@sveltejs\/kit|@remix-run\/\w+|next\/server|h3|nitropack|nuxt|#imports|electron|vscode)(?:\/|$)/;
const wrappers = /^(?:define\w*Handler|(?:cached|lazy)?[eE]ventHandler|defineNitro\w+)$/;
/** SvelteKit's routes and hooks, by their files' names. */
const routeFile = /[\\/](?:\+(?:page|layout|server)[\w.]*|hooks\.(?:server|client))\.[cm]?[jt]s$/;

/** Packages whose `Event` is no event of Lambda's, but what their service tells of, verified: `(event: Stripe.Event)`. */
const services = /^(?:stripe|@clerk\/|svix$|@octokit\/|@shopify\/|@paddle\/|@slack\/|@line\/|@workos-inc\/)/;

const takesEventOfService = (candidate: Candidate): boolean =>
  services.test(namedType(parameterType(parametersOf(candidate.fn)[0]), candidate)?.module ?? '');

/** A function of another platform: of its modules, in its files, given to its wrappers, or the `fetch` of a default export. */
export function otherPlatform(candidate: Candidate): boolean {
  if (routeFile.test(candidate.filename) || candidate.exportName === 'default.fetch') return true;
  for (const { module } of candidate.imports.values()) if (platforms.test(module)) return true;
  if (takesEventOfService(candidate)) return true;
  const callee = callGiven(candidate.fn)?.callee;
  return callee?.type === 'Identifier' && wrappers.test(callee.name);
}
