import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';

const thumbnail = file => execFileSync('convert', [file, '-resize', '200x200', '/tmp/thumbnail.png']);

// The key is one argument of a program that no shell starts, and only its last part is used.
export const handler = async event => {
  console.log('records', event.Records.length);
  for (const record of event.Records) {
    thumbnail(`/tmp/${basename(decodeURIComponent(record.s3.object.key))}`);
  }
};
