import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { found, runScan, skipped, workspace } from './workspace.js';

const vulnerable = 'exec(event.a);\n';

describe('which files a scan reads', () => {
  test('a path outside the current directory: names count from the scanned folder', async () => {
    const outside = workspace({ 'src/a.js': vulnerable });
    const cwd = workspace({});
    expect(found(await runScan(cwd, [outside]))).toEqual(['src/a.js:1 no-command-injection']);
  });

  test('a path inside the current directory: names count from the current directory', async () => {
    const cwd = workspace({ 'src/deep/a.js': vulnerable });
    expect(found(await runScan(cwd, ['src']))).toEqual(['src/deep/a.js:1 no-command-injection']);
  });

  test('two paths are both read, and a file that both lead to is read once', async () => {
    const cwd = workspace({ 'one/a.js': vulnerable, 'two/b.js': vulnerable, 'two/c.js': vulnerable });
    expect(found(await runScan(cwd, ['one', 'two', 'two/b.js', '.']))).toEqual([
      'one/a.js:1 no-command-injection',
      'two/b.js:1 no-command-injection',
      'two/c.js:1 no-command-injection',
    ]);
  });

  test('two paths outside the current directory: files of one name are told apart', async () => {
    const outside = workspace({ 'one/a.js': vulnerable, 'two/a.js': vulnerable });
    const report = await runScan(workspace({}), [path.join(outside, 'one'), path.join(outside, 'two')]);
    expect(found(report)).toEqual(['one/a.js:1 no-command-injection', 'two/a.js:1 no-command-injection']);
  });

  test('a single file outside the current directory goes by its own name', async () => {
    const outside = workspace({ 'src/a.js': vulnerable });
    expect(found(await runScan(workspace({}), [path.join(outside, 'src/a.js')]))).toEqual(['a.js:1 no-command-injection']);
  });

  test('folders named tests, build and out are read, which other tools leave out in silence', async () => {
    const cwd = workspace({ 'tests/a.js': vulnerable, 'build/b.js': vulnerable, 'out/c.js': vulnerable, 'test/fixtures/d.js': vulnerable });
    expect((await runScan(cwd, [])).checked).toBe(4);
  });

  test('names with spaces, a leading dash, brackets and characters outside ASCII', async () => {
    const cwd = workspace({ '-a b.js': vulnerable, '[x] {y}.js': vulnerable, 'ünï/ß.js': vulnerable, '*.js': vulnerable });
    expect(found(await runScan(cwd, ['.']))).toHaveLength(4);
    expect(found(await runScan(cwd, ['--', '-a b.js']))).toEqual(['-a b.js:1 no-command-injection']);
  });

  test('hidden folders are read: a function can lie in one', async () => {
    expect(found(await runScan(workspace({ '.functions/a.js': vulnerable }), []))).toEqual(['.functions/a.js:1 no-command-injection']);
  });

  test('every ending of JavaScript and TypeScript', async () => {
    const names = ['js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx'].map(extension => `a.${extension}`);
    const cwd = workspace(Object.fromEntries(names.map(name => [name, vulnerable])));
    expect((await runScan(cwd, [])).checked).toBe(names.length);
  });
});

describe('links', () => {
  test('a link to a folder above ends, and each file is read once', async () => {
    const cwd = workspace({ 'a/b/c.js': vulnerable });
    symlinkSync(cwd, path.join(cwd, 'a/b/loop'));
    const report = await runScan(cwd, []);
    expect(found(report)).toEqual(['a/b/c.js:1 no-command-injection']);
    expect(skipped(report)).toEqual(['a/b/loop: link']);
  });

  test('a link that leads to itself or nowhere is left out', async () => {
    const cwd = workspace({ 'a.js': vulnerable });
    symlinkSync('self.js', path.join(cwd, 'self.js'));
    symlinkSync('gone.js', path.join(cwd, 'nowhere.js'));
    const report = await runScan(cwd, []);
    expect(report.checked).toBe(1);
    expect(skipped(report)).toEqual(['nowhere.js: link', 'self.js: link']);
  });

  test('a link to a file of the project shows it once, a link to a file elsewhere shows it', async () => {
    const elsewhere = workspace({ 'shared.js': vulnerable });
    const cwd = workspace({ 'z.js': vulnerable });
    symlinkSync('z.js', path.join(cwd, 'a.js'));
    symlinkSync(path.join(elsewhere, 'shared.js'), path.join(cwd, 'b.js'));
    expect(found(await runScan(cwd, []))).toEqual(['b.js:1 no-command-injection', 'z.js:1 no-command-injection']);
  });

  test('a PATH that is a link itself is followed', async () => {
    const cwd = workspace({ 'real/a.js': vulnerable });
    symlinkSync('real', path.join(cwd, 'link'));
    expect(found(await runScan(cwd, ['link']))).toEqual(['link/a.js:1 no-command-injection']);
  });
});

describe('what is left out', () => {
  test('installed packages, build output and vendored trees, by the folder', async () => {
    const cwd = workspace({
      'a.js': vulnerable,
      'node_modules/p/a.js': vulnerable,
      'dist/a.js': vulnerable,
      '.aws-sam/build/F/a.js': vulnerable,
      'vendor/a.js': vulnerable,
      'env/pyvenv.cfg': '',
      'env/lib/a.py': '',
      'layer/requests-2.0.dist-info/RECORD': 'requests/__init__.py,sha256=x,1\nsix.py,,\n',
      'layer/requests/__init__.py': '',
      'layer/six.py': '',
      'layer/own.js': vulnerable,
    });
    const report = await runScan(cwd, []);
    expect(found(report)).toEqual(['a.js:1 no-command-injection', 'layer/own.js:1 no-command-injection']);
    expect(skipped(report).sort()).toEqual([
      '.aws-sam: build output',
      'dist: build output',
      'env: installed packages',
      'layer/requests-2.0.dist-info: installed packages',
      'layer/requests: installed packages',
      'layer/six.py: installed packages',
      'node_modules: installed packages',
      'vendor: vendored',
    ]);
  });

  test('bundles, minified files, compiled twins of TypeScript, type declarations, binaries and huge files', async () => {
    const packed = `${'function f(){return exec(a);}'.repeat(60)}\n`;
    const cwd = workspace({
      'lib.min.js': vulnerable,
      'packed.js': packed,
      'bundle.js': `/******/ var __webpack_modules__ = {};\n${vulnerable}`,
      'esbuild.js': `var __defProp = Object.defineProperty;\n${vulnerable}`,
      'twin.js': `${vulnerable}//# sourceMappingURL=twin.js.map\n`,
      'twin.ts': 'export {};\n',
      'types.d.ts': 'export {};\n',
      'binary.js': 'a\0b',
      'huge.js': `${vulnerable}${'// padding\n'.repeat(100_000)}`,
    });
    const report = await runScan(cwd, []);
    expect(found(report)).toEqual([]);
    expect(skipped(report).sort()).toEqual([
      'binary.js: binary',
      'bundle.js: build output',
      'esbuild.js: build output',
      'huge.js: too large',
      'lib.min.js: minified',
      'packed.js: minified',
      'twin.js: build output',
      'types.d.ts: type declarations',
    ]);
  });

  test('a long string, a long table and a twin without a source map are not generated code', async () => {
    const cwd = workspace({
      'logo.js': `const logo = '${'iVBORw0KGgo'.repeat(500)}';\n${vulnerable}`,
      'table.js': `const table = [${'"word", '.repeat(900)}];\n${vulnerable}`,
      'twin.js': vulnerable,
      'twin.ts': vulnerable,
    });
    expect((await runScan(cwd, [])).checked).toBe(4);
  });

  test('what is named is read, whatever the skip list and .gitignore say', async () => {
    const cwd = workspace({ '.gitignore': '*.js', 'dist/a.min.js': vulnerable, 'node_modules/p/b.js': vulnerable, 'c.js': vulnerable });
    expect(found(await runScan(cwd, ['dist/a.min.js', 'node_modules/p/b.js', 'c.js']))).toHaveLength(3);
    expect(found(await runScan(cwd, ['node_modules/p/b.js']))).toEqual(['node_modules/p/b.js:1 no-command-injection']);
  });

  test('a PATH inside installed packages is read', async () => {
    const cwd = workspace({ 'node_modules/p/lib/b.js': vulnerable });
    expect(found(await runScan(cwd, ['node_modules/p']))).toEqual(['node_modules/p/lib/b.js:1 no-command-injection']);
  });

  test('--exclude, relative to the current directory or to the scanned folder, repeated', async () => {
    const cwd = workspace({ 'src/gen/a.js': vulnerable, 'src/b.js': vulnerable, 'src/c.js': vulnerable, 'src/d.js': vulnerable });
    const report = await runScan(cwd, ['src', '--exclude', 'src/gen/', '--exclude', '/b.js', '--exclude', 'c.*']);
    expect(found(report)).toEqual(['src/d.js:1 no-command-injection']);
    expect(skipped(report)).toEqual(['src/b.js: excluded', 'src/c.js: excluded', 'src/gen: excluded']);
  });
});

describe('.gitignore', () => {
  test('nested files, negations and anchored patterns count as in git', async () => {
    const cwd = workspace({
      '.gitignore': 'generated/\n*.gen.js\n/root-only.js\n',
      'generated/a.js': vulnerable,
      'b.gen.js': vulnerable,
      'root-only.js': vulnerable,
      'sub/root-only.js': vulnerable,
      'sub/.gitignore': '!keep.gen.js\nlocal.js\n',
      'sub/keep.gen.js': vulnerable,
      'sub/local.js': vulnerable,
      'local.js': vulnerable,
    });
    expect(found(await runScan(cwd, []))).toEqual([
      'local.js:1 no-command-injection',
      'sub/keep.gen.js:1 no-command-injection',
      'sub/root-only.js:1 no-command-injection',
    ]);
  });

  test('the files above a scanned folder count up to the top of its repository, and no further', async () => {
    const top = workspace({ '.gitignore': 'b.js', 'repo/.gitignore': 'a.js', 'repo/src/a.js': vulnerable, 'repo/src/b.js': vulnerable });
    mkdirSync(path.join(top, 'repo/.git'));
    expect(found(await runScan(path.join(top, 'repo/src'), []))).toEqual(['b.js:1 no-command-injection']);
  });

  test('an ignored folder that is named is read', async () => {
    const cwd = workspace({ '.gitignore': 'packages/\n', 'packages/f/a.js': vulnerable });
    mkdirSync(path.join(cwd, '.git'));
    expect(found(await runScan(cwd, ['packages/f']))).toEqual(['packages/f/a.js:1 no-command-injection']);
  });
});

describe('without permission', () => {
  test('a file and a folder that cannot be read are named, and the rest is checked', async () => {
    const cwd = workspace({ 'a.js': vulnerable, 'secret/b.js': vulnerable, 'c.js': vulnerable });
    chmodSync(cwd, 0o755);
    chmodSync(path.join(cwd, 'a.js'), 0);
    chmodSync(path.join(cwd, 'secret'), 0);
    // The superuser may read everything, so the scan runs as someone else.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    const report = await runScan(cwd, []).finally(() => {
      if (isRoot) process.seteuid?.(0);
      chmodSync(path.join(cwd, 'secret'), 0o700);
    });
    expect(found(report)).toEqual(['c.js:1 no-command-injection']);
    expect(report.problems.map(({ file, message }) => `${report.nameOf(file)}: ${message}`)).toEqual([
      'a.js: no permission to read it',
      'secret: no permission to read it',
    ]);
  });
});
