import { createRequire } from 'node:module';
import type { DocumentNode } from '@humanwhocodes/momoa';
import { BrokenFileError, type FileFinding, type FileReader } from '../readers/file-reader.js';
import { floatingIn, isManifest, type ManifestFinding, sdkScriptsIn, typosquatsIn } from './manifest.js';
import { isProject, projectFindings } from './pyproject.js';
import { importFindings } from './python-imports.js';
import { isRequirements, requirementsFindings } from './requirements.js';

const require = createRequire(import.meta.url);

type Kind = 'typosquat' | 'floating-version' | 'runtime-sdk';

const parseManifest = (text: string): DocumentNode => {
  // Loaded when there is a manifest.
  const { parse } = require('@humanwhocodes/momoa') as typeof import('@humanwhocodes/momoa');
  try {
    return parse(text.replace(/^\uFEFF/, ''), { mode: 'json', ranges: false });
  } catch (error) {
    throw new BrokenFileError((error as Error).message);
  }
};

const placed = (kind: Kind, { message, loc: { start, end } }: ManifestFinding): FileFinding<Kind> => ({
  kind,
  message,
  line: start.line,
  column: start.column,
  endLine: end.line,
  endColumn: end.column,
});

/** What tells a scan of the packages that a function brings along: manifests of npm and of Python, and Python's imports. */
export const dependencyReaders: readonly FileReader<Kind>[] = [
  {
    language: 'pkg',
    wants: isManifest,
    read: ({ path, text }) => {
      const document = parseManifest(text);
      return [
        ...typosquatsIn(document, path).map(found => placed('typosquat', found)),
        ...floatingIn(document, path).map(found => placed('floating-version', found)),
        ...sdkScriptsIn(document).map(found => placed('runtime-sdk', found)),
      ];
    },
  },
  { language: 'req', wants: isRequirements, read: ({ path, text }) => requirementsFindings(text, path) },
  { language: 'req', wants: isProject, read: ({ path, text }) => projectFindings(text, path) },
  { language: 'py', wants: file => file.endsWith('.py'), read: importFindings },
];
