import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { TemplateFault } from '../templates/checks.js';
import { checkTemplateFile, isTemplateName, type Neighbours } from '../templates/read-template.js';
import { brokenBy } from './broken-file.js';
import type { FileReader } from './file-reader.js';
import { placesIn } from './places.js';

/** The files of a scan by folder: made once for each list of files. */
const folders = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, readonly string[]>>();

function foldersOf(files: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const known = folders.get(files);
  if (known !== undefined) return known;
  const grouped = new Map<string, string[]>();
  for (const file of files) {
    if (!file.endsWith('.tf')) continue;
    const folder = path.dirname(file);
    grouped.set(folder, [...(grouped.get(folder) ?? []), file]);
  }
  folders.set(files, grouped);
  return grouped;
}

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // What cannot be read is told when its own turn comes.
    return '';
  }
};

/** Reads templates of SAM, CloudFormation, the Serverless Framework and Terraform. */
export const templateReader: FileReader<TemplateFault> = {
  language: 'tpl',
  wants: file => isTemplateName(path.basename(file)),
  read({ path: file, text }, { files }) {
    const folder = path.dirname(file);
    const neighbours: Neighbours = {
      terraform: () => (foldersOf(files).get(folder) ?? []).filter(other => other !== file).map(textOf),
      textOf: name => (files.has(path.resolve(folder, name)) ? textOf(path.resolve(folder, name)) : undefined),
    };
    const findings = brokenBy(text, () => checkTemplateFile(path.basename(file), text, neighbours));
    const placeOf = placesIn(text);
    return findings?.map(({ fault, at, what }) => ({
      kind: fault,
      message: `${what}.`,
      ...placeOf(at),
      ...(fault === 'hardcoded-secret' ? { isSecret: true } : {}),
    }));
  },
};
