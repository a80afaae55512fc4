import Module from 'node:module';

type Resolve = (request: string, ...rest: unknown[]) => string;

/** Gives the rule testers, which are CommonJS and load `eslint` themselves, the lowest supported major. */
const loader = Module as unknown as { _resolveFilename: Resolve };
const resolve = loader._resolveFilename;
loader._resolveFilename = function (this: unknown, request, ...rest) {
  const name = request === 'eslint' || request.startsWith('eslint/') ? request.replace('eslint', 'eslint-v9') : request;
  return resolve.call(this, name, ...rest);
};
