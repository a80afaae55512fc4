import { defineModel } from '../model.js';
import { cleans, sinks } from '../specs.js';

/** The template starts with a value: `${program} --flag`. Values elsewhere in the template are quoted. */
const opensTemplate = { argument: 0, property: '0', is: { oneOf: [''] } } as const;
const inShell = (argument: number) => ({ argument, property: 'shell', is: 'truthy' }) as const;
const execa = 'Member[execa,execaSync,execaNode,sync,node]';
const git = ['ReturnValue', 'Member[simpleGit,gitP].ReturnValue'];

/** Libraries that run programs, and what quotes for a shell. */
export default [
  // An array is passed on without a shell, a command string is split at spaces only. https://github.com/sindresorhus/execa/blob/main/docs/escaping.md
  defineModel({
    module: 'execa',
    sinks: [
      ...sinks('command', [
        'Argument[0]',
        `${execa}.Argument[0]`,
        'Member[execaCommand,execaCommandSync,command,commandSync,shell,shellSync].Argument[0]',
      ]),
      ...sinks('command', ['Argument[1]', 'Argument[1].ArrayElement', `${execa}.Argument[1]`, `${execa}.Argument[1].ArrayElement`], {
        when: inShell(2),
      }),
      ...[0, 1].flatMap(flag =>
        sinks('command', [`Argument[1].Member[${flag + 1}]`, `${execa}.Argument[1].Member[${flag + 1}]`], {
          when: [
            { argument: 0, is: 'shell-program' },
            { argument: 1, property: `${flag}`, is: 'shell-flag' },
          ],
        }),
      ),
      ...sinks(
        'command',
        ['Member[$].Argument[1]', 'Member[$].Member[sync].Argument[1]', 'Member[$].ReturnValue.Argument[1]', 'Member[execa].Argument[1]'],
        {
          when: opensTemplate,
        },
      ),
      ...sinks('command', ['Member[$].ReturnValue.Argument[1..]', 'Member[execa].ReturnValue.Argument[1..]'], {
        when: { argument: 0, of: 'receiver', property: 'shell', is: 'truthy' },
      }),
    ],
  }),
  // Quotes every value. https://google.github.io/zx/quotes
  defineModel({
    module: ['zx', 'zx/core'],
    sinks: sinks('command', ['Member[$].Argument[1]', 'Member[$].Member[sync].Argument[1]', 'Member[$].ReturnValue.Argument[1]'], {
      when: opensTemplate,
    }),
    sanitizers: cleans(['command'], ['Member[quote]']),
  }),
  defineModel({
    module: 'shelljs',
    sinks: [
      ...sinks('command', ['Member[exec].Argument[0]']),
      ...sinks('path', [
        'Member[cat,cd,find,ls,mkdir,rm,touch,cp,mv,ln].Argument[0..]',
        'Member[ShellString].Instance.Member[to,toEnd].Argument[0]',
      ]),
    ],
  }),
  defineModel({ module: 'node-cmd', sinks: sinks('command', ['Member[run,runSync,get].Argument[0]']) }),
  defineModel({ module: 'ssh2', sinks: sinks('command', ['Member[Client].Instance.Member[exec].Argument[0]']) }),
  defineModel({
    module: ['node-ssh', 'simple-ssh', 'ssh2-promise'],
    sinks: sinks('command', [
      'Member[NodeSSH].Instance.Member[execCommand,exec].Argument[0]',
      'Instance.Member[execCommand,exec].Argument[0]',
    ]),
  }),
  // A repository may be named `ext::sh -c ...` or `--upload-pack=...`.
  defineModel({
    module: ['simple-git', 'simple-git/promise'],
    sinks: git.flatMap(root =>
      sinks('command', [
        `${root}.Member[clone,mirror,listRemote,fetch,pull,push].Argument[0]`,
        `${root}.Member[raw].Argument[0..]`,
        `${root}.Member[raw,listRemote].Argument[0].ArrayElement`,
      ]),
    ),
  }),
  defineModel({
    module: 'systeminformation',
    sinks: sinks('command', ['Member[inetChecksite,inetLatency,services,processLoad,versions].Argument[0]']),
  }),
  // Fetches a page and renders it; the page may be named by its URL.
  defineModel({ module: 'wkhtmltopdf', sinks: sinks('url', ['Argument[0]']) }),
  defineModel({ module: 'wkhtmltoimage', sinks: sinks('url', ['Member[generate].Argument[0]']) }),
  defineModel({
    module: 'shell-quote',
    sanitizers: cleans(['command'], ['Member[quote]']),
  }),
  defineModel({ module: ['shell-escape', 'any-shell-escape'], sanitizers: cleans(['command'], ['']) }),
  defineModel({
    module: ['shescape', 'shescape/stateless'],
    sanitizers: [
      ...cleans(
        ['command'],
        ['Member[quote,quoteAll,escape,escapeAll]', 'Member[Shescape].Instance.Member[quote,quoteAll,escape,escapeAll]'],
      ),
    ],
  }),
  defineModel({ module: 'shlex', sanitizers: cleans(['command'], ['Member[quote,join]']) }),
  defineModel({ module: 'puka', sanitizers: cleans(['command'], ['Member[quoteForShell,quoteForSh,quoteForCmd]']) }),
];
