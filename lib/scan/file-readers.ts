import type { fileRules } from '../../rules/index.js';
import { dependencyReaders } from '../dependencies/readers.js';
import type { FileReader } from '../readers/file-reader.js';
import { imageReader } from '../readers/image-reader.js';
import { templateReader } from '../readers/template-reader.js';
import { workflowReader } from '../readers/workflow-reader.js';

/** The readers of a scan. A finding's kind must have its rule in `fileRules`. */
export const fileReaders: readonly FileReader<keyof typeof fileRules>[] = [
  ...dependencyReaders,
  templateReader,
  imageReader,
  workflowReader,
];

/** Whether some reader may want a file, told by its absolute path. */
export const isWanted = (file: string): boolean => fileReaders.some(reader => reader.wants(file));
