import { defineModel } from '../model.js';
import { cleans, sinks } from '../specs.js';
import { chosen, defineService, input, reads, writes } from './service.js';

const key = chosen('object-key', 'the object key', 'Member[Key]');
const bucket = chosen('object-key', 'the bucket', 'Member[Bucket]');
const content = 'the S3 object that the event names';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html */
export default [
  ...defineService({
    id: 's3',
    name: 'S3',
    rows: [
      ['GetObject', key, bucket, reads(content, 'Body', 'Metadata')],
      ['HeadObject', key, bucket, reads("the S3 object's metadata", 'Metadata')],
      ['DeleteObject,GetObjectAcl,RestoreObject,GetObjectTagging', key, bucket],
      ['PutObject,Upload,CreateMultipartUpload,PutObjectAcl,PutObjectTagging', key, bucket, ...writes],
      ['CopyObject', key, bucket, chosen('object-key', 'the source of the copy', 'Member[CopySource]'), ...writes],
      ['DeleteObjects', bucket, chosen('object-key', 'the object key', 'Member[Delete].Member[Objects].ArrayElement.Member[Key]')],
      [
        'ListObjects,ListObjectsV2,ListObjectVersions',
        bucket,
        reads('the object keys that the event selects', 'Contents', 'CommonPrefixes', 'Versions'),
      ],
      ['SelectObjectContent', input('sql', 'Member[Expression]'), key, bucket, reads(content, 'Payload')],
      ['WriteGetObjectResponse', input('response', 'Member[Body]')],
    ],
  }),
  // getSignedUrl('getObject', params): the operation's name comes first.
  defineModel({
    module: ['aws-sdk', 'aws-sdk/clients/all'],
    sinks: sinks('object-key', ['Member[S3].Instance.Member[getSignedUrl,getSignedUrlPromise].Argument[1].Member[Key,Bucket]'], {
      label: 'the object key',
    }),
  }),
  defineModel({
    module: 'aws-sdk/clients/s3',
    sinks: sinks('object-key', ['Instance.Member[getSignedUrl,getSignedUrlPromise].Argument[1].Member[Key,Bucket]'], {
      label: 'the object key',
    }),
  }),
  defineModel({
    module: '@aws-sdk/lib-storage',
    sinks: [
      ...sinks('object-key', ['Member[Upload].Argument[0].Member[params].Member[Key,Bucket]'], { label: 'the object key' }),
      ...sinks('write', ['Member[Upload].Argument[0].Member[params]']),
    ],
  }),
  defineModel({
    module: '@aws-sdk/s3-presigned-post',
    sinks: sinks('object-key', ['Member[createPresignedPost].Argument[1].Member[Key,Bucket]'], { label: 'the object key' }),
  }),
  // What names the object is encoded, and the host is the bucket's.
  defineModel({ module: '@aws-sdk/s3-request-presigner', sanitizers: cleans('all', ['Member[getSignedUrl]'], 1) }),
];
