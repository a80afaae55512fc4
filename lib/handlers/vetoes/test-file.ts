import type { Candidate } from '../candidate.js';

const testName = /[._](?:test|tst|spec|e2e|stories)(?:-d)?\.[cm]?[jt]sx?$|[A-Za-z]Mocks?\.[cm]?[jt]sx?$|[\\/]__(?:tests|mocks)__[\\/]/;
const runners =
  /^(?:node:test|vitest|@jest\/globals|mocha|chai|ava|tap|jasmine|uvu|sinon|@playwright\/test|cypress|aws-sdk-client-mock|k6|artillery|autocannon|loadtest)(?:\/|$)/;
const suites = new Set(['describe', 'it', 'test', 'suite']);

/** A test by its file's name, by what it imports, or by a suite at its top level. */
export function testFile({ filename, imports, program }: Pick<Candidate, 'filename' | 'imports' | 'program'>): boolean {
  if (testName.test(filename)) return true;
  for (const { module } of imports.values()) if (runners.test(module)) return true;
  return program.body.some(statement => {
    const call = statement.type === 'ExpressionStatement' ? statement.expression : null;
    return (
      call?.type === 'CallExpression' && call.callee.type === 'Identifier' && suites.has(call.callee.name) && call.arguments.length >= 2
    );
  });
}
