import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { realLanguages, ruleIds, type RuleId } from '../../rules/catalogue.js';
import { docHeader, docOptions, docReferences } from './doc-blocks.js';
import { blockNames, rewriteBlocks, type MarkedBlock } from './marked-block.js';
import { pythonSources } from './python-sources.js';
import { readmeTable } from './readme-table.js';
import { semgrepBlock } from './semgrep-block.js';

/** A file whose marked blocks do not say what the catalogue says. */
export interface OutdatedFile {
  /** Relative to the root, with `/`. */
  file: string;
  text: string;
}

/** What a run of sync finds: files to rewrite, and what it cannot put right itself. */
export interface SyncResult {
  outdated: OutdatedFile[];
  problems: string[];
}

type Render = (block: MarkedBlock, text: string) => readonly string[];

/**
 * Compares the marked blocks of a tree with the catalogue.
 *
 * @param root the folder that holds README.md, docs, lib and semgrep-rules
 */
export function compareTree(root: string): SyncResult {
  const result: SyncResult = { outdated: [], problems: [] };
  const visit = (file: string, required: string, render: Render) => {
    if (!existsSync(join(root, file))) {
      result.problems.push(`${file} is missing`);
      return;
    }
    const text = readFileSync(join(root, file), 'utf8');
    if (!blockNames(text).includes(required)) result.problems.push(`${file} has no <sync:${required}> block`);
    try {
      const synced = rewriteBlocks(text, block => render(block, text));
      if (synced !== text) result.outdated.push({ file, text: synced });
    } catch (error) {
      result.problems.push(`${file}: ${(error as Error).message}`);
    }
  };

  visit('README.md', 'rules', readmeTable);
  for (const slug of ruleIds.filter(id => realLanguages(id).length > 0)) visit(`docs/rules/${slug}.md`, 'catalogue', docRender(slug));
  for (const file of semgrepFiles(root)) visit(file, 'catalogue', semgrepRender(root, file));
  return result;
}

const unknownBlock = (name: string): never => {
  throw new Error(`<sync:${name}> is not a block that sync knows here`);
};

const docRender =
  (slug: RuleId): Render =>
  ({ name }) => {
    if (name === 'catalogue') return docHeader(slug);
    if (name === 'options') return docOptions(slug);
    if (name === 'references') return docReferences(slug);
    return unknownBlock(name);
  };

const semgrepRender =
  (root: string, file: string): Render =>
  (block, text) => {
    if (block.name === 'catalogue') return semgrepBlock(block, text, file.split('/')[1] ?? '');
    if (block.name === 'sources')
      return pythonSources(readFileSync(join(root, 'lib/handlers/python-sources.yaml'), 'utf8'), block.argument);
    return unknownBlock(block.name);
  };

const semgrepFiles = (root: string): string[] => {
  const folder = join(root, 'semgrep-rules');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => `semgrep-rules/${name.replaceAll('\\', '/')}`)
    .filter(name => /\.ya?ml$/.test(name) && !/\.test\.ya?ml$/.test(name))
    .sort();
};
