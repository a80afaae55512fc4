import { defineModel } from '../model.js';
import { sinks } from '../specs.js';

const code = (module: string | readonly string[], ...paths: readonly string[]) => defineModel({ module, sinks: sinks('code', paths) });

/** Evaluators and loaders: none of them keeps hostile text in. */
export default [
  code(
    ['vm2', '@n8n/vm2'],
    'Member[VM,NodeVM].Instance.Member[run].Argument[0]',
    'Member[VMScript].Argument[0]',
    'Member[NodeVM].Member[code].Argument[0]',
  ),
  code(
    'isolated-vm',
    'Member[Isolate].Instance.Member[compileScript,compileScriptSync,compileModule,compileModuleSync].Argument[0]',
    'Member[Isolate].Instance.Member[createContext,createContextSync].ReturnValue.Member[eval,evalSync,evalClosure,evalClosureSync].Argument[0]',
  ),
  code(['safe-eval', 'notevil', 'static-eval', 'safer-eval', 'eval', 'node-eval', 'require-from-string', 'expression-eval'], 'Argument[0]'),
  code('expression-eval', 'Member[parse,eval,compile].Argument[0]'),
  code(['module-from-string', 'import-from-string'], 'Member[requireFromString,importFromString,importFromStringSync].Argument[0]'),
  code(
    'mathjs',
    'Member[evaluate,compile,parse].Argument[0]',
    'Member[parser].ReturnValue.Member[evaluate].Argument[0]',
    'Member[create].ReturnValue.Member[evaluate,compile,parse].Argument[0]',
  ),
  code('expr-eval', 'Member[Parser].Member[evaluate,parse].Argument[0]', 'Member[Parser].Instance.Member[evaluate,parse].Argument[0]'),
  code(['jsonata'], 'Argument[0]'),
  // A filter expression is evaluated as JavaScript.
  code('jsonpath', 'Member[query,value,paths,nodes,apply,parent].Argument[1]'),
  code(
    'jsonpath-plus',
    'Member[JSONPath].Argument[0]',
    'Member[JSONPath].Argument[0].Member[path]',
    'Argument[0].Member[path]',
    'Member[JSONPath].Instance.Member[evaluate].Argument[0]',
  ),
  defineModel({
    module: ['import-fresh', 'import-cwd', 'import-lazy', 'bindings', 'requireg', 'node-gyp-build', 'interpret'],
    sinks: sinks('module', ['Argument[0]', 'Member[silent].Argument[0]']),
  }),
  defineModel({ module: ['import-from', 'resolve-from'], sinks: sinks('module', ['Argument[1]', 'Member[silent].Argument[1]']) }),
  defineModel({
    module: 'jsdom',
    sinks: [
      ...sinks('code', ['Member[JSDOM].Argument[0]'], { when: { argument: 1, property: 'runScripts', is: { oneOf: ['dangerously'] } } }),
      ...sinks('url', ['Member[JSDOM].Member[fromURL].Argument[0]']),
      ...sinks('path', ['Member[JSDOM].Member[fromFile].Argument[0]']),
    ],
  }),
];
