import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../lib/scan/arguments.js';

const parse = (...argv: string[]) => {
  const request = parseArguments(['scan', ...argv]);
  return request?.command === 'scan' ? request.scan : undefined;
};

describe('the command line', () => {
  test('defaults', () => {
    expect(parse()).toEqual({
      paths: ['.'],
      config: 'recommended',
      format: 'pretty',
      failOn: 'error',
      exclude: [],
      python: true,
      typescript: true,
      respectInlineConfig: false,
      verbose: false,
      updateBaseline: false,
    });
  });

  test('every option, before and after the paths', () => {
    const before = ['--config', 'all', '--format=sarif', '--no-python', 'a', '--output', 'x.sarif', '--fail-on', 'never'];
    const after = [
      'b',
      '--exclude',
      '1',
      '--exclude',
      '*.gen.js',
      '--no-typescript',
      '--respect-inline-config',
      '--verbose',
      '--settings',
      's.json',
      '--baseline',
      'b.json',
      '--update-baseline',
      '--since',
      'main',
    ];
    expect(parse(...before, ...after)).toEqual({
      paths: ['a', 'b'],
      config: 'all',
      format: 'sarif',
      output: 'x.sarif',
      failOn: 'never',
      exclude: ['1', '*.gen.js'],
      python: false,
      typescript: false,
      respectInlineConfig: true,
      verbose: true,
      settings: 's.json',
      baseline: 'b.json',
      updateBaseline: true,
      since: 'main',
    });
  });

  test('a switch does not swallow the path after it', () => {
    expect(parse('--verbose', 'src')).toMatchObject({ paths: ['src'], verbose: true });
    expect(parse('--no-python', 'src')).toMatchObject({ paths: ['src'], python: false });
  });

  test('what follows -- is a path, whatever it looks like', () => {
    expect(parse('a', '--', '--verbose', '-b.js')).toMatchObject({ paths: ['a', '--verbose', '-b.js'], verbose: false });
  });

  test.each([
    [['init'], { command: 'init', yes: false }],
    [['init', '--yes'], { command: 'init', yes: true }],
    [['rules'], { command: 'rules' }],
    [['explain', 'no-xxe'], { command: 'explain', slug: 'no-xxe' }],
  ])('%j', (argv, request) => {
    expect(parseArguments(argv)).toEqual(request);
  });

  test.each([
    [['scan', '--fromat', 'json'], 'Unknown option `--fromat`. Did you mean --format?'],
    [['scan', '--fail-an=error'], 'Unknown option `--fail-an`. Did you mean --fail-on?'],
    [['scna'], 'There is no command scna. Did you mean scan'],
    [['scan', '--output', ''], '--output is empty.'],
    [['scan', '-x.js'], 'is written ./-name'],
    [['scan', '--config', 'strict'], '--config must be one of recommended, all.'],
    [['scan', '--format', 'xml'], '--format must be one of'],
    [['scan', '--fail-on', 'info'], '--fail-on must be one of error, warning, never.'],
    [['scan', '--output'], 'value is missing'],
    [['scan', '--output', 'a', '--output', 'b'], '--output can be given once.'],
    [['scan', ''], 'A PATH is empty.'],
    [['init', '--force'], 'Unknown option `--force`'],
    [['init', 'src'], 'Unused args: `src`'],
    [['rules', '--format', 'json'], 'Unknown option `--format`'],
    [['explain'], '`explain` needs the name of a rule'],
    [['lint'], 'There is no command lint'],
    [[], 'No command was given'],
  ])('%j is a mistake', (argv, message) => {
    expect(() => parseArguments(argv)).toThrow(message);
  });
});
