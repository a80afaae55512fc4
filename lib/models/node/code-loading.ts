import { defineModel } from '../model.js';
import { sinks } from '../specs.js';

/** What turns text into running code, or a name into loaded code. */
export default [
  // https://nodejs.org/api/vm.html
  defineModel({
    module: 'vm',
    sinks: sinks('code', [
      'Member[runInContext,runInNewContext,runInThisContext,compileFunction,Script,SourceTextModule,createScript].Argument[0]',
    ]),
  }),
  // https://nodejs.org/api/module.html
  defineModel({
    module: 'module',
    sinks: [
      ...sinks('module', [
        'Member[createRequire,createRequireFromPath].ReturnValue.Argument[0]',
        'Member[createRequire,createRequireFromPath].ReturnValue.Member[resolve].Argument[0]',
        'Member[_load,register].Argument[0]',
        'Instance.Member[require,load].Argument[0]',
        'Member[Module].Instance.Member[require,load].Argument[0]',
      ]),
      ...sinks('code', ['Instance.Member[_compile].Argument[0]', 'Member[Module].Instance.Member[_compile].Argument[0]']),
    ],
  }),
  // https://nodejs.org/api/worker_threads.html#new-workerfilename-options
  defineModel({
    module: 'worker_threads',
    sinks: [
      ...sinks('code', ['Member[Worker].Argument[0]'], { when: { argument: 1, property: 'eval', is: 'truthy' } }),
      ...sinks('module', ['Member[Worker].Argument[0]'], { when: { argument: 1, property: 'eval', is: 'truthy', not: true } }),
    ],
  }),
  defineModel({ module: 'cluster', sinks: sinks('command', ['Member[setupPrimary,setupMaster].Argument[0].Member[exec]']) }),
  // Made for the same engine's own output: other bytes crash it. https://nodejs.org/api/v8.html#v8deserializebuffer
  defineModel({
    module: 'v8',
    sinks: sinks('deserialize', ['Member[deserialize].Argument[0]', 'Member[Deserializer,DefaultDeserializer].Argument[0]']),
  }),
];
