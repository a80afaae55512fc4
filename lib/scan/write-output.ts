import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

const destinationOf = (file: string): string => {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
};

/**
 * Writes a report so that a reader finds the old file or the new one, never half of it. Throws what the file system throws.
 *
 * @param file absolute
 */
export function writeOutput(file: string, text: string): void {
  const destination = destinationOf(file);
  // A device or a pipe cannot be replaced, only written to.
  if (statSync(destination, { throwIfNoEntry: false })?.isFile() === false) {
    writeFileSync(destination, text);
    return;
  }
  const draft = `${destination}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, destination);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
