import { describe, expect, test } from 'vitest';
import { enclosingPythonFunction } from '../../lib/scan/enclosing-function.js';
import { runScan, workspace } from './workspace.js';

test.each([
  ['a declaration', 'function save() {\n  exec(a);\n}', 'save'],
  ['an arrow function in a variable', 'const save = async () => {\n  exec(a);\n};', 'save'],
  ['a method', 'class Store {\n  save() {\n    exec(a);\n  }\n}', 'save'],
  ['a private method', 'class Store {\n  #save() {\n    exec(a);\n  }\n}', '#save'],
  ['a field of a class', 'class Store {\n  save = () => {\n    exec(a);\n  };\n}', 'save'],
  ['a property', 'const store = {\n  save: () => {\n    exec(a);\n  },\n};', 'save'],
  ['an export of CommonJS', 'exports.save = () => {\n  exec(a);\n};', 'save'],
  ['a callback in a function', 'function save() {\n  list.map(x => {\n    exec(x);\n  });\n}', 'save'],
  ['a function in a function', 'function outer() {\n  function save() {\n    exec(a);\n  }\n}', 'save'],
  ['after a function', 'function save() {\n}\nexec(a);', ''],
])('in JavaScript: %s', async (_, code, scope) => {
  expect((await runScan(workspace({ 'a.js': code }), [])).findings).toMatchObject([{ scope }]);
});

describe('in Python', () => {
  const lines = [
    'import os',
    'class Store:',
    '    async def save(self, a):',
    '        if a:',
    '            run(',
    '    # a comment that is indented less',
    '                a,',
    '            )',
    '        def inner(b):',
    '            run(b)',
    '        run(a)',
    '',
    'def other(): run(1)',
    'run(2)',
  ];

  test.each([
    [7, 'save'],
    [10, 'inner'],
    [11, 'save'],
    [13, 'other'],
    [14, ''],
    [1, ''],
  ])('line %i', (line, scope) => {
    expect(enclosingPythonFunction(lines, line)).toBe(scope);
  });
});
