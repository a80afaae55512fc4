import { defineModel } from '../model.js';
import { sinks, sources, stored } from '../specs.js';

const withSync = (names: string): string =>
  names
    .split(' ')
    .flatMap(name => [name, `${name}Sync`])
    .join();

/** Functions whose first argument names a file. */
const onePath = withSync(
  'access appendFile chmod chown cp copyFile exists glob lchmod lchown lstat lutimes link mkdir mkdtemp open opendir readdir readFile readlink realpath ' +
    'rename rm rmdir stat statfs symlink truncate unlink utimes writeFile',
);
/** fs-extra's own. */
const extra = withSync(
  'copy createFile createLink createSymlink emptyDir emptydir ensureDir ensureFile ensureLink ensureSymlink mkdirp mkdirs move outputFile outputJson ' +
    'outputJSON pathExists readJson readJSON remove writeJson writeJSON',
);
const twoPaths = withSync('copyFile cp rename link symlink copy move ensureLink ensureSymlink createLink createSymlink');
const readers = withSync('readFile readJson readJSON');
const writers = withSync('writeFile appendFile outputFile outputJson outputJSON writeJson writeJSON');
const removers = withSync('rm unlink rename truncate remove move');
const temporary = { argument: 0, is: 'temporary-path' } as const;
const roots = ['', 'Member[promises].'];
const file = 'the file that the event names';

/** The callback and the promise forms name their files alike. https://nodejs.org/api/fs.html */
export default [
  defineModel({
    module: ['fs', 'fs/promises', 'fs-extra', 'graceful-fs', 'mz/fs', 'original-fs', 'fs-extra-promise', 'jsonfile'],
    sinks: roots.flatMap(root => [
      ...sinks('path', [
        `${root}Member[${onePath},${extra}].Argument[0]`,
        `${root}Member[createReadStream,createWriteStream,openAsBlob,watch,watchFile,unwatchFile].Argument[0]`,
        `${root}Member[${twoPaths}].Argument[1]`,
      ]),
      ...sinks('write', [`${root}Member[${writers}].Argument[1]`]),
      // The next invocation finds the folder as this one left it. https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
      ...sinks('temporary-file', [`${root}Member[${writers}].Argument[1]`], { when: temporary }),
    ]),
    shapes: roots.map(root => ({ path: `${root}Member[${removers}]`, kind: 'file-removal', when: temporary }) as const),
    sources: roots.flatMap(root => [
      ...stored(file, [
        `${root}Member[${readers}].ReturnValue`,
        `${root}Member[${readers}].Argument[1,2].Parameter[1]`,
        `${root}Member[createReadStream].ReturnValue`,
        `${root}Member[open].ReturnValue.Member[readFile,readLines].ReturnValue`,
      ]),
      // A name in a directory leads to no other.
      ...sources(
        'stored',
        'the names of the files in the directory that the event names',
        [`${root}Member[readdir,readdirSync].ReturnValue`, `${root}Member[readdir].Argument[1,2].Parameter[1]`],
        { when: 'tainted', clears: ['path'] },
      ),
    ]),
  }),
];
