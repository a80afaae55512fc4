import { describe, expect, it } from 'vitest';
import type { Finding } from '../../lib/scan/finding.js';
import { onceEach, outermost } from '../../lib/scan/outermost.js';

type Place = readonly [file: string, line: number];

const finding = ([file, line]: Place, flow: readonly Place[], rest: Partial<Finding> = {}): Finding => ({
  rule: 'no-command-injection',
  severity: 'error',
  tier: 'tainted',
  message: '',
  file,
  line,
  column: 1,
  endLine: line,
  endColumn: 10,
  language: 'js',
  flow: flow.map(([stepFile, stepLine]) => ({ file: stepFile, line: stepLine, column: 1, message: '' })),
  docs: '',
  scope: '',
  engine: 'eslint',
  ...rest,
});

const handler = finding(
  ['/index.ts', 2],
  [
    ['/index.ts', 2],
    ['/service.ts', 5],
    ['/shell.ts', 3],
  ],
);

describe('outermost', () => {
  it('drops the report of a typed function that a reported handler calls', () => {
    const inner = finding(
      ['/service.ts', 5],
      [
        ['/service.ts', 4],
        ['/shell.ts', 3],
      ],
    );
    expect(outermost([handler, inner])).toEqual([handler]);
  });

  it('keeps what lies at the sink itself', () => {
    const atSink = finding(['/shell.ts', 3], [['/shell.ts', 3]]);
    expect(outermost([handler, atSink])).toEqual([handler, atSink]);
  });

  it('keeps what reaches another sink, what the handler does not pass, and another rule’s', () => {
    const others = [
      finding(
        ['/service.ts', 5],
        [
          ['/service.ts', 4],
          ['/shell.ts', 9],
        ],
      ),
      finding(
        ['/service.ts', 8],
        [
          ['/service.ts', 7],
          ['/shell.ts', 3],
        ],
      ),
      finding(
        ['/service.ts', 5],
        [
          ['/service.ts', 4],
          ['/shell.ts', 3],
        ],
        { rule: 'no-ssrf' },
      ),
    ];
    expect(outermost([handler, ...others])).toEqual([handler, ...others]);
  });
});

describe('onceEach', () => {
  const wrapped = (file: string): Finding =>
    finding(
      [file, 2],
      [
        ['/wrapper.ts', 1],
        [file, 2],
        ['/wrapper.ts', 3],
      ],
    );
  const answered = (file: string): Finding =>
    finding(
      [file, 2],
      [
        ['/wrapper.ts', 5],
        [file, 2],
      ],
    );

  it('keeps one report of what a wrapper does to the data that it takes', () => {
    expect(onceEach([wrapped('/a.ts'), wrapped('/b.ts')])).toEqual([wrapped('/a.ts')]);
  });

  it('keeps one report of what a wrapper answers with', () => {
    expect(onceEach([answered('/a.ts'), answered('/b.ts')])).toEqual([answered('/a.ts')]);
  });

  it('keeps what each handler itself answers with an error of the same function', () => {
    const all = [answered('/a.ts'), answered('/b.ts')];
    expect(onceEach(all, new Set(all))).toEqual(all);
  });

  it('keeps what each handler itself passes to the same sink', () => {
    const own = (file: string): Finding =>
      finding(
        [file, 4],
        [
          [file, 3],
          ['/wrapper.ts', 3],
        ],
      );
    const passedOn = (file: string): Finding =>
      finding(
        [file, 4],
        [
          ['/wrapper.ts', 1],
          [file, 2],
          ['/wrapper.ts', 2],
          [file, 3],
          ['/wrapper.ts', 3],
        ],
      );
    const all = [own('/a.ts'), own('/b.ts'), passedOn('/a.ts'), passedOn('/b.ts')];
    expect(onceEach(all)).toEqual(all);
  });
});
