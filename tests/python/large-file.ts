import { expect, it } from 'vitest';
import type { PackSuite } from './semgrep-pack.js';

const filler = (i: number): string => `def step_${i}(value, other):
    result = value + other * ${i}
    for item in range(10):
        result += item
    return result


`;
const fillers = (from: number, to: number): string => Array.from({ length: to - from }, (_, i) => filler(from + i)).join('');

/** Functions without findings, and between them a handler with two functions that it calls, before and behind itself. */
const large = `import os
import requests


${fillers(0, 70)}def ping(host):
    os.system("ping " + host)


${fillers(70, 140)}def handler(event, context):
    ping(event["host"])
    load(url=event["url"])
    eval(event["formula"])


${fillers(140, 200)}def load(url):
    requests.get(url)
`;

export const largeFile: PackSuite = {
  about: 'a large file',
  files: { 'large.py': large },
  check(found) {
    it.each(['no-code-injection: eval(event["formula"])', 'no-command-injection: os.system("ping " + host)', 'no-ssrf: requests.get(url)'])(
      'in the time that Semgrep gives a rule, a file of 200 functions is scanned to its end: %s',
      finding => {
        const lines = large.split('\n');
        expect(found('large.py').map(({ start, extra }) => `${extra.metadata.slug}: ${lines[start.line - 1]!.trim()}`)).toContain(finding);
      },
    );
  },
};
