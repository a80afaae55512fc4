import { expect, it } from 'vitest';
import { pythonSources } from '../../lib/sync/python-sources.js';

const yaml = `# sources
event:
  # the parameter of a handler
  - patterns:
      - pattern: a

      - focus-metavariable: $E
# stored data
stored:
  - pattern: b
`;

it('takes the text below a key, comments and inner indentation included', () => {
  expect(pythonSources(yaml, 'event')).toEqual([
    '# the parameter of a handler',
    '- patterns:',
    '    - pattern: a',
    '',
    '    - focus-metavariable: $E',
  ]);
});

it('takes the last key up to the end of the file', () => {
  expect(pythonSources(yaml, 'stored')).toEqual(['- pattern: b']);
});

it('takes a list that is not indented below its key', () => {
  expect(pythonSources('event:\n- pattern: a\n- pattern: b\nstored:\n- pattern: c\n', 'event')).toEqual(['- pattern: a', '- pattern: b']);
});

it('names the key that is missing', () => {
  expect(() => pythonSources(yaml, 'other')).toThrow('has no key other');
});
