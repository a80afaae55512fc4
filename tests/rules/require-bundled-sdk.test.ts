import rule from '../../rules/require-bundled-sdk.js';
import { check, checkManifest } from './rule-tester.js';

const advice = 'List the SDK clients as dependencies and bundle them with the function.';
const problem = (name: string) => `"${name}" is left out of the bundle, so the function runs whatever SDK its runtime holds.`;
const errors = (name: string) => [{ messageId: 'shape', data: { problem: problem(name), advice } }];

check('require-bundled-sdk', rule, {
  valid: [
    { name: 'everything bundled', code: "build({ entryPoints: ['a.ts'], bundle: true, platform: 'node' });" },
    {
      name: 'other packages left out',
      code: "build({ entryPoints: ['a.ts'], bundle: true, external: ['sharp', 'pg-native', 'aws-sdk-client-mock'] });",
    },
    { name: 'an empty list', code: "new NodejsFunction(this, 'F', { bundling: { externalModules: [] } });" },
    {
      name: 'the SDK installed beside the bundle',
      code: "new NodejsFunction(this, 'F', { bundling: { externalModules: ['@aws-sdk/*'], nodeModules: ['@aws-sdk/client-s3'] } });",
    },
    { name: 'the SDK bundled in so many words', code: "new NodejsFunction(this, 'F', { bundling: { bundleAwsSDK: true } });" },
    {
      name: "a library's bundler, whose users install the SDK",
      code: "export default defineConfig({ entry: ['src/index.ts'], dts: true, external: ['@aws-sdk/client-s3'] });",
    },
    {
      name: 'rollup of a library',
      code: "export default { input: 'src/index.js', external: ['@aws-sdk/client-s3'], output: { format: 'es' } };",
    },
    { name: 'all packages left out and deployed', code: "build({ entryPoints: ['a.ts'], bundle: true, packages: 'external' });" },
    {
      name: 'node_modules deployed as they are',
      code: "module.exports = { entry: './a.js', target: 'node', externals: [nodeExternals()] };",
    },
    {
      name: 'a list of another meaning',
      code: "const audit = { exclude: ['aws-sdk'], externals: ['aws-sdk'], external: ['@aws-sdk/*'] };",
    },
    { name: 'a list that is not known here', code: "build({ entryPoints: ['a.ts'], bundle: true, external: load('externals.json') });" },
  ],
  invalid: [
    {
      name: 'a pattern of esbuild',
      code: "build({ entryPoints: ['a.ts'], bundle: true, external: ['sharp', '@aws-sdk/*'] });",
      errors: errors('@aws-sdk/*'),
    },
    {
      name: 'the second generation',
      code: "await esbuild.build({ bundle: true, platform: 'node', external: ['aws-sdk'] });",
      errors: errors('aws-sdk'),
    },
    {
      name: 'a single client',
      code: "build({ entryPoints: ['a.ts'], external: ['@aws-sdk/client-s3'] });",
      errors: errors('@aws-sdk/client-s3'),
    },
    {
      name: 'NodejsFunction of the CDK',
      code: "new NodejsFunction(this, 'F', { entry: 'a.ts', bundling: { minify: true, externalModules: ['@aws-sdk/*', '@smithy/*'] } });",
      errors: errors('@aws-sdk/*'),
    },
    {
      name: 'the SDK switched off',
      code: "new NodejsFunction(this, 'F', { bundling: { bundleAwsSDK: false } });",
      errors: errors('@aws-sdk/*'),
    },
    {
      name: 'through a const, spread',
      code: "const sdk = ['@aws-sdk/*'];\nconst external = [...sdk, 'sharp'];\nbuild({ bundle: true, entryPoints: ['a.ts'], external });",
      errors: errors('@aws-sdk/*'),
    },
    {
      name: 'a list of webpack',
      code: "module.exports = { entry: './a.js', target: 'node', externals: ['aws-sdk'] };",
      errors: errors('aws-sdk'),
    },
    {
      name: 'an object of webpack',
      code: "module.exports = { mode: 'production', externals: { 'aws-sdk': 'commonjs aws-sdk' } };",
      errors: errors('aws-sdk'),
    },
    {
      name: 'a pattern of webpack',
      code: 'module.exports = { mode: "production", externals: [/^@aws-sdk\\/.+/] };',
      errors: errors('@aws-sdk/*'),
    },
    {
      name: 'serverless-esbuild in TypeScript',
      filename: 'serverless.ts',
      code: "const config: AWS = { custom: { esbuild: { bundle: true, exclude: ['@aws-sdk/*'] } } };",
      errors: errors('@aws-sdk/*'),
    },
    {
      name: 'serverless-webpack',
      code: "module.exports = { custom: { webpack: { includeModules: { forceExclude: ['aws-sdk'] } } } };",
      errors: errors('aws-sdk'),
    },
    {
      name: 'a list that is `as const`',
      filename: 'stack.ts',
      code: "const f = { externalModules: ['@aws-sdk/client-s3'] as const };",
      errors: errors('@aws-sdk/client-s3'),
    },
  ],
});

const script = (text: string) => JSON.stringify({ scripts: { build: text } });

checkManifest('require-bundled-sdk', rule, {
  valid: [
    { name: 'everything bundled', code: script('esbuild src/*.ts --bundle --outdir=dist') },
    { name: 'other packages left out', code: script('esbuild a.ts --bundle --external:sharp --external:aws-sdk-client-mock') },
    { name: 'all packages left out and deployed', code: script('esbuild a.ts --bundle --packages=external') },
    { name: 'the SDK installed', code: script('npm install @aws-sdk/client-s3') },
    { name: 'the name in an output', code: script('echo built without --external of @aws-sdk') },
    { name: 'another option', code: script('tsc -p . --exclude @aws-sdk/client-s3') },
    { name: 'a dependency', code: '{ "dependencies": { "@aws-sdk/client-s3": "3.0.0" } }' },
    { name: 'no scripts, and scripts that are no text', code: '{ "scripts": { "build": ["--external:aws-sdk"] } }' },
  ],
  invalid: [
    { name: 'esbuild', code: script('esbuild a.ts --bundle --external:@aws-sdk/*'), problems: [problem('@aws-sdk/*')] },
    {
      name: 'quoted for the shell',
      code: script("esbuild a.ts --bundle '--external:@aws-sdk/*' --external:'@aws-sdk/client-s3'"),
      problems: [problem('@aws-sdk/client-s3')],
    },
    {
      name: 'with an equals sign',
      code: script('bun build a.ts --external=@aws-sdk/client-s3'),
      problems: [problem('@aws-sdk/client-s3')],
    },
    { name: 'with a blank', code: script('ncc build a.ts --external aws-sdk -o dist'), problems: [problem('aws-sdk')] },
    { name: 'ncc', code: script('ncc build a.ts -e aws-sdk'), problems: [problem('aws-sdk')] },
    { name: 'a list', code: script('bun build a.ts --external sharp,@aws-sdk/*'), problems: [problem('@aws-sdk/*')] },
    {
      name: 'after another command',
      code: script('rimraf dist && esbuild a.ts --bundle --external:aws-sdk'),
      problems: [problem('aws-sdk')],
    },
    {
      name: 'two scripts',
      code: '{ "scripts": { "a": "esbuild --external:aws-sdk a.ts", "b": "esbuild --external:@aws-sdk/* b.ts" } }',
      problems: [problem('aws-sdk'), problem('@aws-sdk/*')],
    },
  ],
});
