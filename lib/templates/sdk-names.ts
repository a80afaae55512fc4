/** Whether a name or a pattern that a bundler leaves out is the AWS SDK: of JavaScript (both versions) or of Python. */
export const isSdk = (name: string): boolean =>
  /^(?:aws-sdk(?:\/.*)?|@aws-sdk\/(?:\*+|client-[\w*-]+|lib-[\w*-]+|\*\*\/\*)|@aws-sdk\*?|boto3|botocore)$/.test(name);
