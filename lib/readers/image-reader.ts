import path from 'node:path';
import { checkDockerfile, type ImageFault } from '../images/checks.js';
import { BrokenFileError, type FileReader } from './file-reader.js';

const dockerfileName =
  /^(?:(?:Dockerfile|Containerfile)(?:[-_]\w[\w-]*)?(?:\.(?!dockerignore$|md$)[\w.-]+)?|[\w.-]+\.(?:Dockerfile|Containerfile))$/i;
/** A name that other files have too: lists, settings and texts about Dockerfiles. */
const looseName = /^(?:Dockerfile|Containerfile)[-_]/i;
/** Code that writes Dockerfiles, or tests them. */
const code = /\.(?:[cm]?[jt]sx?|py|sh|rb|go|j2|tmpl|tpl|erb|hbs)$/i;

/** Reads Dockerfiles. */
export const imageReader: FileReader<ImageFault> = {
  language: 'image',
  wants: file => dockerfileName.test(path.basename(file)) && !code.test(file),
  read({ path: file, text }, { optionsOf }) {
    if (text.trim() !== '' && !/^\s*FROM\s/im.test(text)) {
      if (looseName.test(path.basename(file))) return undefined;
      throw new BrokenFileError('no FROM in it');
    }
    const findings = checkDockerfile(text, {
      allFiles: fault => optionsOf(fault)['allFiles'] === true,
      buildStages: optionsOf('unpinned-base-image')['buildStages'] === 'report',
    });
    return findings?.map(({ fault, at: { start, end }, what }) => ({
      kind: fault,
      message: `${what}.`,
      line: start.line + 1,
      column: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    }));
  },
};
