/** Numbers and identifiers that an AWS service itself makes. */
const made =
  /^(?:\$metadata|ETag|LastModified|ContentLength|VersionId|MessageId|ReceiptHandle|SequenceNumber|ShardId|\w*(?:Count|Size|RequestId))$/u;

/** Whether what a client of the SDK gives under a name is the service's own, and no data that it keeps for others. */
export function isGivenByService(module: string, name: string): boolean {
  return made.test(name) && /^(?:@aws-sdk\/|aws-sdk(?:\/|$))/u.test(module);
}
