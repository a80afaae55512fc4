import cac, { type Command } from 'cac';
import { version } from '../manifest.js';
import { UsageError } from './config-file.js';
import { type Format, formats } from './formats.js';
import { nearest } from './nearest.js';

const configs = ['recommended', 'all'] as const;
const formatNames = Object.keys(formats) as Format[];
const bars = ['error', 'warning', 'never'] as const;

/** What `lambda-security scan` was asked for. Paths are as written. */
export interface ScanArguments {
  paths: string[];
  config: (typeof configs)[number];
  format: Format;
  output?: string;
  failOn: (typeof bars)[number];
  exclude: string[];
  python: boolean;
  typescript: boolean;
  respectInlineConfig: boolean;
  verbose: boolean;
  settings?: string;
  /** A file of findings that do not count. */
  baseline?: string;
  updateBaseline: boolean;
  /** A git revision; findings on lines that did not change since do not count. */
  since?: string;
}

const oneOf = <Value extends string>(option: string, value: unknown, allowed: readonly Value[]): Value => {
  const found = allowed.find(entry => entry === value);
  if (found === undefined) throw new UsageError(`${option} must be one of ${allowed.join(', ')}.`);
  return found;
};

/** The values of an option as they are written: the parser turns what looks like a number into one, and `--since 0123456` is a revision. */
const written = (argv: readonly string[], option: string): string[] => {
  const end = argv.indexOf('--');
  const words = end === -1 ? argv : argv.slice(0, end);
  return words.flatMap((word, index) => {
    if (word === option) return words[index + 1] ?? [];
    return word.startsWith(`${option}=`) ? word.slice(option.length + 1) : [];
  });
};

const oneText = (argv: readonly string[], option: string): string | undefined => {
  const values = written(argv, option);
  if (values.length > 1) throw new UsageError(`${option} can be given once.`);
  if (values[0] === '') throw new UsageError(`${option} is empty.`);
  return values[0];
};

/** What `lambda-security` was asked for. */
export type Request =
  | { command: 'scan'; scan: ScanArguments }
  | { command: 'init'; yes: boolean }
  | { command: 'rules' }
  | { command: 'explain'; slug: string };

const addScan = (cli: ReturnType<typeof cac>): Command =>
  cli
    .command('scan [...PATH]', 'Check the JavaScript, TypeScript and Python files of PATHs (default: the current directory)')
    .option('--config <name>', 'recommended or all', { default: 'recommended' })
    .option('--format <name>', formatNames.join(', '), { default: 'pretty' })
    .option('--output <file>', 'Write the report to a file')
    .option('--fail-on <severity>', 'Exit with 1 on findings from here on: error, warning or never', { default: 'error' })
    .option('--exclude <glob>', 'Leave out what matches, in the grammar of .gitignore; can be repeated', { type: [String] })
    .option('--no-python', 'Leave Python files out')
    .option('--no-typescript', 'Leave TypeScript files out')
    .option('--respect-inline-config', 'Let blanket disable comments and inline ESLint configuration count')
    .option('--settings <file>', 'Use this config file; else lambda-security.config.{json,mjs} is looked up')
    .option('--baseline <file>', 'Only findings that this file does not hold count')
    .option('--update-baseline', 'Write the present findings to the baseline')
    .option('--since <revision>', 'Only findings with a hop on a line that changed since this git revision count')
    .option('--verbose', 'List what was skipped, and where the analysis gave up')
    .example('lambda-security scan src --format sarif --output lambda-security.sarif');

const readScan = (words: readonly string[], options: Record<string, unknown>, argv: readonly string[]): ScanArguments => {
  const output = oneText(argv, '--output');
  const settings = oneText(argv, '--settings');
  const baseline = oneText(argv, '--baseline');
  const since = oneText(argv, '--since');
  const updateBaseline = options.updateBaseline === true;
  if (updateBaseline && baseline === undefined) throw new UsageError('--update-baseline needs --baseline FILE.');
  const paths = [...words, ...((options['--'] as string[] | undefined) ?? [])];
  if (paths.includes('')) throw new UsageError('A PATH is empty.');
  return {
    paths: paths.length > 0 ? paths : ['.'],
    config: oneOf('--config', options.config, configs),
    format: oneOf('--format', options.format, formatNames),
    ...(output === undefined ? {} : { output }),
    failOn: oneOf('--fail-on', options.failOn, bars),
    exclude: written(argv, '--exclude'),
    python: options.python !== false,
    typescript: options.typescript !== false,
    respectInlineConfig: options.respectInlineConfig === true,
    verbose: options.verbose === true,
    ...(settings === undefined ? {} : { settings }),
    ...(baseline === undefined ? {} : { baseline }),
    updateBaseline,
    ...(since === undefined ? {} : { since }),
  };
};

/** Throws a UsageError for an option that does not exist or has no value, and for words that the command does not take. */
const checkWords = (command: Command, argv: readonly string[], takesPaths: boolean): void => {
  try {
    command.checkUnknownOptions();
    command.checkOptionValue();
    if (!takesPaths) command.checkUnusedArgs();
  } catch (error) {
    const { message } = error as Error;
    const unknown = /^Unknown option `(.*)`$/.exec(message)?.[1];
    if (unknown === undefined) throw new UsageError(`${message[0]?.toUpperCase()}${message.slice(1)}.`);
    const plain = (word: string): string => word.replaceAll('-', '').toLowerCase();
    const word = argv.map(each => each.replace(/=.*$/, '')).find(each => plain(each) === plain(unknown)) ?? unknown;
    const names = command.options.map(({ rawName }) => rawName.replace(/ .*$/, ''));
    const meant = nearest(word, names);
    throw new UsageError(
      `Unknown option \`${word}\`.${meant === undefined ? '' : ` Did you mean ${meant}?`} A file whose name begins with a dash is written ./-name.`,
    );
  }
};

/**
 * Reads the command line. Prints help or the version when asked to, and returns undefined then. Throws a UsageError.
 *
 * @param argv what follows the program's name
 */
export function parseArguments(argv: readonly string[]): Request | undefined {
  const cli = cac('lambda-security');
  const scan = addScan(cli);
  const init = cli
    .command('init', 'Write or amend what is missing here: ESLint config, pre-commit hook, CI job')
    .option('--yes', 'Do not ask');
  const rules = cli.command('rules', 'List the rules');
  const explain = cli.command('explain <SLUG>', 'What a rule is about, with examples of bad and good code');
  cli.help();
  cli.version(version);

  const { args, options } = cli.parse(['node', 'lambda-security', ...argv], { run: false });
  if (options.help === true || options.version === true) return undefined;
  const command = cli.matchedCommand;
  if (command === undefined) {
    const [name] = args;
    if (name === undefined) throw new UsageError('No command was given: see `lambda-security --help`.');
    const meant = nearest(
      name,
      [scan, init, rules, explain].map(each => each.name),
    );
    throw new UsageError(
      `There is no command ${name}${meant === undefined ? '' : `. Did you mean ${meant}`}: see \`lambda-security --help\`.`,
    );
  }
  checkWords(command, argv, command === scan);
  if (command === explain && args.length === 0)
    throw new UsageError('`explain` needs the name of a rule: `lambda-security rules` lists them.');
  if (command === init) return { command: 'init', yes: options.yes === true };
  if (command === rules) return { command: 'rules' };
  if (command === explain) return { command: 'explain', slug: args[0] ?? '' };
  return { command: 'scan', scan: readScan(args, options, argv) };
}
