import { describe, expect, it } from 'vitest';
import { blockNames, rewriteBlocks } from '../../lib/sync/marked-block.js';

const yaml = ['rules:', '  - id: a', '    # <sync:catalogue> from x', '    old: 1', '    # </sync:catalogue>', '    mode: taint', ''].join(
  '\n',
);

describe('rewriteBlocks', () => {
  it('replaces what is between the comments, at the indentation of the block', () => {
    expect(rewriteBlocks(yaml, () => ['new: 2', '', '  deep: 3'])).toBe(
      [
        'rules:',
        '  - id: a',
        '    # <sync:catalogue> from x',
        '    new: 2',
        '',
        '      deep: 3',
        '    # </sync:catalogue>',
        '    mode: taint',
        '',
      ].join('\n'),
    );
  });

  it('hands over the name, the argument and the text before the block', () => {
    const seen: unknown[] = [];
    rewriteBlocks('- id: a\n  # <sync:sources event> from y\n  # </sync:sources>', block => {
      seen.push(block);
      return [];
    });
    expect(seen).toEqual([{ name: 'sources', argument: 'event', indent: '  ', before: '- id: a' }]);
  });

  it('fills several blocks of one file, Markdown comments included', () => {
    const markdown = '<!-- <sync:a> x -->\n<!-- </sync:a> -->\ntext\n<!-- <sync:b> x -->\nold\n<!-- </sync:b> -->';
    expect(rewriteBlocks(markdown, ({ name }) => [name])).toBe(
      '<!-- <sync:a> x -->\na\n<!-- </sync:a> -->\ntext\n<!-- <sync:b> x -->\nb\n<!-- </sync:b> -->',
    );
    expect(blockNames(markdown)).toEqual(['a', 'b']);
  });

  it('refuses a block that is never closed, because all that follows would be lost', () => {
    expect(() => rewriteBlocks('a\n# <sync:catalogue> x\nb', () => [])).toThrow('<sync:catalogue> in line 2 is not closed');
  });
});
