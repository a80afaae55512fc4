import { defineModel } from '../model.js';
import { passes, sinks } from '../specs.js';

const deserializes = (module: string | readonly string[], ...paths: readonly string[]) =>
  defineModel({ module, sinks: sinks('deserialize', paths) });
const schema = { argument: 1, property: 'schema', is: 'unsafe-yaml-schema' } as const;

/** Formats whose text makes functions or classes. JSON, yaml's own parse, flatted and js-yaml since version 4 do not. */
export default [
  deserializes('node-serialize', 'Member[unserialize].Argument[0]'),
  deserializes('serialize-to-js', 'Member[deserialize].Argument[0]'),
  deserializes('funcster', 'Member[deepDeserialize,deserialize].Argument[0]'),
  deserializes('cryo', 'Member[parse].Argument[0]'),
  // DEFAULT_FULL_SCHEMA has functions, regular expressions and undefined. https://github.com/nodeca/js-yaml/blob/3.14.1/README.md
  defineModel({
    module: 'js-yaml',
    // A schema is known by what it was made from.
    summaries: passes(
      'value',
      [
        'Member[DEFAULT_FULL_SCHEMA,DEFAULT_SCHEMA].Member[extend]',
        'Member[DEFAULT_FULL_SCHEMA,DEFAULT_SCHEMA].Member[extend].ReturnValue.Member[extend]',
      ],
      'Argument[this]',
    ),
    sinks: [
      ...sinks('deserialize', ['Member[load,loadAll,safeLoad,safeLoadAll].Argument[0]'], { when: schema }),
      ...sinks('deserialize', ['Member[loadAll,safeLoadAll].Argument[0]'], {
        when: { argument: 2, property: 'schema', is: 'unsafe-yaml-schema' },
      }),
    ],
  }),
  defineModel({ module: 'js-yaml-js-types', types: { Kind: ['Member[all,function,regexp,undefined]'] } }),
  defineModel({
    module: ['bson', 'js-bson'],
    sinks: sinks('deserialize', ['Member[deserialize].Argument[0]', 'Member[BSON].Member[deserialize].Argument[0]'], {
      when: { argument: 1, property: 'evalFunctions', is: 'truthy' },
    }),
  }),
  deserializes('grpc', 'Member[load].Argument[0]'),
];
