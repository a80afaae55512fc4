import nodePath, { type PlatformPath } from 'node:path';

/** Whether `file` is `folder` or lies in it. */
export function isInside(file: string, folder: string, path: PlatformPath = nodePath): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** The longest folder that all of them lie in; undefined when there is none, as on two Windows drives. */
function commonFolder(folders: readonly string[], path: PlatformPath): string | undefined {
  let [common] = folders;
  while (common !== undefined && !folders.every(folder => isInside(folder, common as string, path))) {
    const parent = path.dirname(common);
    common = parent === common ? undefined : parent;
  }
  return common;
}

/**
 * Makes the function that names files in every output: relative to the current directory, outside it relative to the scanned
 * root, and where several roots lie outside, to the folder they have in common. Always with `/`.
 *
 * @param cwd the current directory
 * @param roots the scanned folders, absolute
 * @param path for tests: the path rules of another system
 */
export function fileNamer(cwd: string, roots: readonly string[], path: PlatformPath = nodePath): (file: string) => string {
  const outside = commonFolder(
    roots.filter(root => !isInside(root, cwd, path)),
    path,
  );
  return file => {
    const base = isInside(file, cwd, path) ? cwd : outside !== undefined && isInside(file, outside, path) ? outside : undefined;
    const name = base === undefined ? file : path.relative(base, file);
    return name.split(path.sep).join('/');
  };
}
