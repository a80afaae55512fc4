/** Whether a bundler's pattern names the AWS SDK for JavaScript, in either generation, or clients of it. */
export const isSdkName = (text: string): boolean => /^(?:aws-sdk|@aws-sdk)(?:\/.*|\*)?$/.test(text);

/**
 * The SDK package that a command line tells its bundler to leave out: `esbuild --external:@aws-sdk/*`, `ncc build -e aws-sdk`.
 *
 * @returns the pattern as written; null when there is none
 */
export function sdkInScript(command: string): string | null {
  for (const [, , name = ''] of command.matchAll(/(?:^|\s)(--external[:=\s]|-e\s)\s*["']?([^\s"']+)/g)) {
    const found = name.split(',').find(isSdkName);
    if (found !== undefined) return found;
  }
  return null;
}
