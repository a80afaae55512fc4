import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { handlersNamed, type Settings } from '../settings.js';
import { beginFile, keptForRound } from './round.js';

/** SAM, CloudFormation, the Serverless Framework and Terraform, by the usual names of their files. */
const templateName = /^(?:(?:.*[.-])?template\.(?:ya?ml|json)|sam\.ya?ml|serverless(?:\..+)?\.(?:ya?ml|json|ts|js)|.*\.tf)$/iu;
const maxTemplate = 500_000;
/** `Handler: src/app.lambdaHandler`, `"Handler": "app.handler"`, `handler = "app.handler"`. */
const handlerEntry =
  /(?:^|[\s{,])["']?[hH]andler["']?\s*[:=]\s*["']?((?:[\w@.-]+\/)*[\w@-]+(?:\.[\w@-]+)*)\.([A-Za-z_$][\w$]*)["']?\s*(?:[,}#]|$)/gmu;

interface Named {
  /** The end of the file's path without its extension: a slash, and what the template writes. */
  readonly end: string;
  readonly name: string;
}

/** By folder: what the templates in it and above it name. */
const byFolder = keptForRound<string, readonly Named[]>();
const none: readonly Named[] = [];

function namedFrom(folder: string): readonly Named[] {
  let named = byFolder.get(folder);
  if (named === undefined) {
    const { own, isTop } = read(folder);
    const parent = path.dirname(folder);
    const above = isTop || parent === folder ? none : namedFrom(parent);
    byFolder.set(folder, (named = own.length === 0 ? above : [...own, ...above]));
  }
  return named;
}

function read(folder: string): { readonly own: readonly Named[]; readonly isTop: boolean } {
  const own: Named[] = [];
  let names: string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    // A folder that is gone, or that may not be read, names nothing.
  }
  for (const name of names.filter(each => templateName.test(each))) {
    try {
      const text = readFileSync(path.join(folder, name), 'utf8');
      if (text.length > maxTemplate) continue;
      for (const [, file = '', handler = ''] of text.matchAll(handlerEntry))
        own.push({ end: `/${file.replace(/^\.\//u, '')}`, name: handler });
    } catch {
      // The same for a file.
    }
  }
  return { own, isTop: names.includes('.git') };
}

/**
 * The exports of a file that Lambda calls, because a template beside or above it, or the settings, say so.
 * @param file absolute
 */
export function namedHandlers(file: string, settings: Settings): ReadonlySet<string> {
  const result = new Set(handlersNamed(settings, file));
  if (!path.isAbsolute(file)) return result;
  beginFile(file);
  const named = namedFrom(path.dirname(file));
  if (named.length === 0) return result;
  const place = file.replaceAll('\\', '/').replace(/\.[cm]?[jt]sx?$/u, '');
  // Where the code of a function begins below the template is not looked up: the end of the path decides.
  for (const { end, name } of named) if (place.endsWith(end)) result.add(name);
  return result;
}
