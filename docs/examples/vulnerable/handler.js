import { execSync } from 'node:child_process';

const thumbnail = file => execSync(`convert ${file} -resize 200x200 /tmp/thumbnail.png`);

// An S3 trigger: the key of the uploaded object ends up in a shell command.
export const handler = async event => {
  console.log('event', JSON.stringify(event));
  for (const record of event.Records) {
    thumbnail(`/tmp/${decodeURIComponent(record.s3.object.key)}`);
  }
};
