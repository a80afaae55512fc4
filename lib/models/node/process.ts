import { defineModel, type Model } from '../model.js';
import { passes, sinks, sources } from '../specs.js';

/** What Lambda puts into the environment for the execution role. https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html */
const roleCredentials = 'AWS_SECRET_ACCESS_KEY,AWS_SESSION_TOKEN,AWS_SECURITY_TOKEN,AWS_CONTAINER_AUTHORIZATION_TOKEN';

const process = {
  sources: [
    ...sources('environment', 'the whole environment', ['Member[env]'], { members: [], secretMembers: 'a secret of the environment' }),
    ...sources('credentials', "the execution role's credentials", [`Member[env].Member[${roleCredentials}]`]),
  ],
  summaries: [
    ...passes('value', ['Member[nextTick]'], 'Argument[1]', 'Argument[0].Parameter[0]'),
    ...passes('value', ['Member[nextTick]'], 'Argument[2]', 'Argument[0].Parameter[1]'),
  ],
  shapes: [{ path: 'Member[exit,abort,reallyExit]', kind: 'exit' }],
  sinks: [
    ...sinks('module', ['Member[dlopen].Argument[1]', 'Member[binding].Argument[0]']),
    ...sinks('path', ['Member[chdir,loadEnvFile].Argument[0]']),
    ...sinks('log', ['Member[stdout,stderr].Member[write,end].Argument[0]', 'Member[emitWarning].Argument[0]']),
    ...sinks('text-log', ['Member[stdout,stderr].Member[write,end].Argument[0]']),
  ],
} satisfies Model;

const everything = 'Member[log,info,warn,error,debug,trace,group,groupCollapsed].Argument[0..]';

/** Strings are written as they are, newlines and all; objects are inspected, which escapes them. https://nodejs.org/api/console.html */
const console = {
  sinks: [
    // `console[level](…)` is any of them.
    ...sinks('log', [
      everything,
      'ChosenMember.Argument[0..]',
      'Member[assert].Argument[1..]',
      'Member[dir,dirxml,table,timeLog].Argument[0..]',
    ]),
    ...sinks('text-log', [everything, 'ChosenMember.Argument[0..]', 'Member[assert].Argument[1..]']),
  ],
} satisfies Model;

/** https://nodejs.org/api/process.html */
export default [
  defineModel({ global: 'process', ...process }),
  defineModel({ module: 'process', ...process }),
  defineModel({ global: 'console', ...console }),
  defineModel({ module: 'console', ...console }),
];
