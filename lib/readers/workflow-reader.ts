import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkWorkflow, workflowKind } from '../workflows/checks.js';
import { brokenBy } from './broken-file.js';
import type { FileReader } from './file-reader.js';
import { placesIn } from './places.js';

const withSlashes = (file: string): string => file.replaceAll('\\', '/');

/** The folder that the paths in a workflow count from. */
const repositoryOf = (file: string): string => {
  const name = withSlashes(file);
  const folder = /^(.*?)\/(?:\.github\/workflows|\.gitlab\/ci)\/[^/]*$/.exec(name)?.[1];
  return folder === undefined ? path.dirname(file) : file.slice(0, folder.length);
};

/** Reads workflows of GitHub and pipelines of GitLab. */
export const workflowReader: FileReader<'unaudited-deployment'> = {
  language: 'wf',
  wants: file => workflowKind(withSlashes(file)) !== undefined,
  read({ path: file, text }, { files }) {
    const kind = workflowKind(withSlashes(file)) ?? 'github';
    const repository = repositoryOf(file);
    const localFile = (name: string): string | undefined => {
      const target = path.join(repository, name);
      if (!files.has(target)) return undefined;
      try {
        return readFileSync(target, 'utf8');
      } catch {
        // What cannot be read is told when its own turn comes.
        return undefined;
      }
    };
    const placeOf = placesIn(text);
    return brokenBy(text, () => checkWorkflow(kind, text, localFile))?.map(at => ({
      kind: 'unaudited-deployment',
      message: 'This workflow deploys functions without an audit of their dependencies.',
      ...placeOf(at),
    }));
  },
};
