import { createRequire } from 'node:module';

/** The package's own manifest, found by its name so that the same line works from source and from `dist`. */
export const { name, version } = createRequire(import.meta.url)('eslint-plugin-lambda-security/package.json') as {
  name: string;
  version: string;
};
