import { defineModel, type When } from '../model.js';
import { sinks } from '../specs.js';

const withShell = (argument: number): When => ({ argument, property: 'shell', is: 'truthy' });
const interpreters = {
  argument: 0,
  is: { oneOf: ['node', 'nodejs', 'deno', 'bun', 'python', 'python3', 'perl', 'ruby', 'php', '/usr/bin/node', '/usr/bin/python3'] },
} as const;

const spawners = 'Member[spawn,spawnSync,execFile,execFileSync]';

/** exec always starts a shell; spawn and execFile only when asked to. https://nodejs.org/api/child_process.html */
export default [
  defineModel({
    module: [
      'child_process',
      'cross-spawn',
      'cross-spawn-promise',
      'mz/child_process',
      'promisify-child-process',
      'child-process-promise',
      'child-process-es6-promise',
    ],
    sinks: [
      ...sinks('command', [
        'Member[exec,execSync].Argument[0]',
        'Member[exec,execSync,spawn,spawnSync,execFile,execFileSync].Argument[1,2].Member[shell]',
        'Member[fork].Argument[1,2].Member[execPath,execArgv]',
      ]),
      ...[1, 2].flatMap(options => sinks('command', [`${spawners}.Argument[0]`], { when: withShell(options) })),
      // Whoever chooses the program needs no shell.
      ...sinks('command', [`${spawners}.Argument[0]`, 'Member[fork].Argument[0]'], { proven: true }),
      // A shell joins the program and its arguments into one command line.
      ...sinks('command', [`${spawners}.Argument[1]`, `${spawners}.Argument[1].ArrayElement`], { when: withShell(2) }),
      ...sinks('command', [`${spawners}.Argument[1]`], { when: [{ argument: 0, is: 'shell-program' }] }),
      ...[0, 1, 2].flatMap(flag => [
        ...sinks('command', [`${spawners}.Argument[1].Member[${flag + 1}]`], {
          when: [
            { argument: 0, is: 'shell-program' },
            { argument: 1, property: `${flag}`, is: 'shell-flag' },
          ],
        }),
        ...sinks('code', [`${spawners}.Argument[1].Member[${flag + 1}]`], {
          when: [interpreters, { argument: 1, property: `${flag}`, is: 'code-flag' }],
        }),
      ]),
    ],
  }),
  // cross-spawn itself is spawn.
  defineModel({
    module: ['cross-spawn', 'cross-spawn-promise'],
    sinks: [
      ...[1, 2].flatMap(options => sinks('command', ['Argument[0]', 'Member[sync].Argument[0]'], { when: withShell(options) })),
      ...sinks('command', ['Argument[0]', 'Member[sync].Argument[0]'], { proven: true }),
      ...sinks('command', ['Argument[1].ArrayElement', 'Member[sync].Argument[1].ArrayElement'], { when: withShell(2) }),
      ...[0, 1].flatMap(flag =>
        sinks('command', [`Argument[1].Member[${flag + 1}]`, `Member[sync].Argument[1].Member[${flag + 1}]`], {
          when: [
            { argument: 0, is: 'shell-program' },
            { argument: 1, property: `${flag}`, is: 'shell-flag' },
          ],
        }),
      ),
    ],
  }),
];
