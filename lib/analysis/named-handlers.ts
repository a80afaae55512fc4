import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { handlersNamed, type Settings } from '../settings.js';

/** SAM, CloudFormation, the Serverless Framework and Terraform, by the usual names of their files. */
const templateName = /^(?:(?:.*[.-])?template\.(?:ya?ml|json)|sam\.ya?ml|serverless(?:\..+)?\.(?:ya?ml|json|ts|js)|.*\.tf)$/iu;
const maxTemplate = 500_000;
/** `Handler: src/app.lambdaHandler`, `"Handler": "app.handler"`, `handler = "app.handler"`. */
const handlerEntry =
  /(?:^|[\s{,])["']?[hH]andler["']?\s*[:=]\s*["']?((?:[\w@.-]+\/)*[\w@-]+(?:\.[\w@-]+)*)\.([A-Za-z_$][\w$]*)["']?\s*(?:[,}#]|$)/gmu;

interface Named {
  /** The file without its extension, as the template writes it. */
  readonly file: string;
  readonly name: string;
}

const byFolder = new Map<string, { readonly named: readonly Named[]; readonly isTop: boolean }>();
/** Files seen since the folders were read: a file that comes again begins a new round, as in an editor. */
const seen = new Set<string>();

function read(folder: string): { readonly named: readonly Named[]; readonly isTop: boolean } {
  const named: Named[] = [];
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
        named.push({ file: file.replace(/^\.\//u, ''), name: handler });
    } catch {
      // The same for a file.
    }
  }
  return { named, isTop: names.includes('.git') };
}

/**
 * The exports of a file that Lambda calls, because a template beside or above it, or the settings, say so.
 * @param file absolute
 */
export function namedHandlers(file: string, settings: Settings): ReadonlySet<string> {
  const result = new Set(handlersNamed(settings, file));
  if (!path.isAbsolute(file)) return result;
  if (seen.has(file)) {
    seen.clear();
    byFolder.clear();
  }
  seen.add(file);
  const place = file.replaceAll('\\', '/').replace(/\.[cm]?[jt]sx?$/u, '');
  for (let folder = path.dirname(file), parent = ''; folder !== parent; parent = folder, folder = path.dirname(folder)) {
    let entry = byFolder.get(folder);
    if (entry === undefined) byFolder.set(folder, (entry = read(folder)));
    // Where the code of a function begins below the template is not looked up: the end of the path decides.
    for (const { file: named, name } of entry.named) if (place.endsWith(`/${named}`)) result.add(name);
    if (entry.isTop) break;
  }
  return result;
}
