import { defineModel } from '../model.js';
import { cleans, sinks, sources } from '../specs.js';

const path = (module: string | readonly string[], ...paths: readonly string[]) => defineModel({ module, sinks: sinks('path', paths) });
/** These take the bytes as well as the name of a file with them. */
const isName = { argument: 0, is: 'bytes', not: true } as const;
const entryName = "the archive entry's name";

/** Libraries that open files by name, and archives, whose entries name files of their own. */
export default [
  path(
    ['rimraf', 'del', 'mkdirp', 'make-dir', 'load-json-file', 'read-pkg', 'trash', 'touch'],
    'Argument[0]',
    'Member[sync,manual,rimraf,mkdirp,native,deleteAsync,deleteSync].Argument[0]',
  ),
  path(
    ['write-file-atomic', 'write-json-file', 'cpy', 'move-file', 'cp-file', 'copy-file', 'ncp'],
    'Argument[0,1]',
    'Member[sync,writeJsonFile,moveFile].Argument[0,1]',
  ),
  path(
    ['glob', 'fast-glob', 'globby', 'tiny-glob'],
    'Argument[0]',
    'Member[sync,glob,globSync,globby,globbySync].Argument[0]',
    'Argument[1].Member[cwd]',
    'Member[glob,globSync,sync].Argument[1].Member[cwd]',
  ),
  defineModel({ module: ['sharp', 'adm-zip'], sinks: sinks('path', ['Argument[0]'], { when: isName }) }),
  defineModel({
    module: 'sharp',
    types: { Image: ['ReturnValue', 'Image.AnyMember.ReturnValue'] },
    sinks: sinks('path', ['Image.Member[toFile].Argument[0]']),
  }),
  path('send', 'Argument[1]'),
  path('archiver', 'ReturnValue.Member[file,directory,glob].Argument[0]'),
  path(['readline-sync', 'properties-reader', 'n-readlines', 'line-reader'], 'Argument[0]', 'Member[eachLine,open].Argument[0]'),
  path('exceljs', 'Member[Workbook].Instance.Member[xlsx,csv].Member[readFile,writeFile].Argument[0]'),
  path('xlsx', 'Member[readFile,readFileSync].Argument[0]', 'Member[writeFile,writeFileSync,writeFileXLSX].Argument[1]'),
  defineModel({ module: 'pdfkit', sinks: sinks('path', ['Instance.Member[image,font].Argument[0]'], { when: isName }) }),
  path('formidable', 'Argument[0].Member[uploadDir]', 'Member[formidable].Argument[0].Member[uploadDir]'),
  defineModel({
    module: ['tar', 'tar-fs'],
    sinks: sinks('path', [
      'Member[x,extract].Argument[0].Member[cwd,C,file,f]',
      'Member[t,list,c,create].Argument[0].Member[cwd,C,file,f]',
      'Member[extract,pack].Argument[0]',
    ]),
    sources: sources('stored', entryName, [
      'Member[x,extract,t,list].Argument[0].Member[onentry,onReadEntry].Parameter[0].Member[path,linkpath]',
      'Member[x,extract,t,list,Parse,Parser].ReturnValue.Member[on].Argument[1].Parameter[0].Member[path,linkpath]',
    ]),
  }),
  defineModel({
    module: 'tar-stream',
    sources: sources('stored', entryName, ['Member[extract].ReturnValue.Member[on].Argument[1].Parameter[0].Member[name,linkname]']),
  }),
  path('extract-zip', 'Argument[0]', 'Argument[1].Member[dir]'),
  defineModel({
    module: ['unzipper', 'unzip-stream', 'node-unzip-2', 'unzip', 'unzipper/lib/parse'],
    types: {
      Entry: [
        'Member[Parse,ParseOne].ReturnValue.Member[on].Argument[1].Parameter[0]',
        'Member[Parse].ReturnValue.ArrayElement',
        'Directory.Member[files].ArrayElement',
      ],
      Directory: ['Member[Open].Member[file,buffer,url,s3,s3_v3,custom].ReturnValue'],
    },
    sinks: sinks('path', [
      'Member[Extract].Argument[0].Member[path]',
      'Directory.Member[extract].Argument[0].Member[path]',
      'Member[Open].Member[file].Argument[0]',
    ]),
    sources: sources('stored', entryName, ['Entry.Member[path]']),
  }),
  // https://github.com/cthackers/adm-zip
  defineModel({
    module: 'adm-zip',
    types: {
      Zip: ['ReturnValue'],
      Entry: [
        'Zip.Member[getEntries].ReturnValue.ArrayElement',
        'Zip.Member[forEach].Argument[0].Parameter[0]',
        'Zip.Member[getEntry].ReturnValue',
      ],
    },
    sinks: sinks('path', [
      'Zip.Member[extractAllTo,extractAllToAsync,writeZip,addLocalFile,addLocalFolder].Argument[0]',
      'Zip.Member[extractEntryTo].Argument[1]',
    ]),
    sources: sources('stored', entryName, ['Entry.Member[entryName]']),
  }),
  defineModel({
    module: ['yauzl', 'yauzl-promise', 'yauzl-clone'],
    types: {
      Zip: [
        'Member[open,fromBuffer,fromFd,fromRandomAccessReader,fromReader].Argument[1,2,3,4].Parameter[1]',
        'Member[open,fromBuffer,fromFd,fromReader].ReturnValue',
      ],
      Entry: [
        'Zip.Member[on].Argument[1].Parameter[0]',
        'Zip.ArrayElement',
        'Zip.Member[readEntry].ReturnValue',
        'Zip.Member[walkEntries].Argument[0].Parameter[0]',
      ],
    },
    // An absolute name, and one with `..`, is an error to the library.
    sources: sources('stored', entryName, ['Entry.Member[fileName,filename]'], { clears: ['path'] }),
    sinks: sinks('path', ['Member[open].Argument[0]']),
  }),
  defineModel({
    module: 'jszip',
    types: { Zip: ['Member[loadAsync].ReturnValue', 'Zip.Member[loadAsync].ReturnValue', 'ReturnValue'] },
    sources: sources('stored', entryName, [
      'Zip.Member[files]',
      'Zip.Member[forEach].Argument[0].Parameter[0]',
      'Zip.Member[forEach].Argument[0].Parameter[1].Member[name,unsafeOriginalName]',
      'Zip.Member[file].ReturnValue.ArrayElement.Member[name]',
      'Zip.Member[filter].Argument[0].Parameter[0]',
    ]),
  }),
  defineModel({
    module: ['node-stream-zip', 'decompress'],
    sources: sources('stored', entryName, [
      'Instance.Member[on].Argument[1].Parameter[0].Member[name]',
      'ReturnValue.ArrayElement.Member[path]',
    ]),
    sinks: sinks('path', ['Argument[1]', 'Member[async].Instance.Member[extract].Argument[1]', 'Instance.Member[extract].Argument[1]']),
  }),
  // Both take out every separator.
  defineModel({ module: ['sanitize-filename', 'filenamify'], sanitizers: cleans(['path'], ['', 'Member[filenamify]']) }),
  defineModel({ module: ['resolve-path', 'safe-join-path'], sanitizers: [...cleans(['path'], ['']), ...cleans(['path'], [''], 1)] }),
];
