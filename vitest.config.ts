import { defineConfig } from 'vitest/config';

/** Rule tests run twice: on the ESLint that is installed as `eslint`, and on the lowest one that the package supports. */
export default defineConfig({
  test: {
    // The files that a worker runs share what they load, which would be most of their time: what a test changes, it changes back.
    isolate: false,
    // Vitest leaves one core to itself; on two that would be half of them.
    maxWorkers: '100%',
    env: { LAMBDA_SECURITY_STRICT: '1' },
    // A busy machine fails no test; what hangs is ended all the same.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Fixtures are read, never run, also when they are named like tests.
    exclude: ['tests/fixtures/**'],
    projects: [
      // One project: workers are not kept from one to the next, and each loads and compiles everything anew.
      { extends: true, test: { name: 'eslint-10', include: ['tests/**/*.test.ts'] } },
      {
        extends: true,
        resolve: { alias: [{ find: /^eslint$/, replacement: 'eslint-v9' }] },
        test: { name: 'eslint-9', include: ['tests/rules/**/*.test.ts'], setupFiles: ['tests/eslint-9.setup.ts'] },
      },
      // These need a browser: `npm run test:browser`.
      { extends: true, test: { name: 'browser', include: ['tests/**/*.browser.ts'] } },
    ],
  },
});
