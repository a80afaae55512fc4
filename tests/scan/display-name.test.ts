import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileNamer, isInside } from '../../lib/scan/display-name.js';

describe('names on Windows', () => {
  const name = (cwd: string, roots: string[], file: string): string => fileNamer(cwd, roots, path.win32)(file);

  test('inside the current directory, with slashes', () => {
    expect(name('C:\\work', ['C:\\work\\src'], 'C:\\work\\src\\a.js')).toBe('src/a.js');
  });

  test('outside it, from the scanned folder', () => {
    expect(name('C:\\work', ['C:\\other\\project'], 'C:\\other\\project\\src\\a.js')).toBe('src/a.js');
  });

  test('on another drive, from the scanned folder', () => {
    expect(name('C:\\work', ['D:\\project'], 'D:\\project\\a.js')).toBe('a.js');
  });

  test('on two drives that have no folder in common, in full', () => {
    expect(name('C:\\work', ['D:\\one', 'E:\\two'], 'E:\\two\\a.js')).toBe('E:/two/a.js');
  });

  test('the case of a drive letter makes no difference', () => {
    expect(name('c:\\work', ['C:\\work'], 'C:\\work\\a.js')).toBe('a.js');
  });
});

describe('names elsewhere', () => {
  test('a backslash is part of a name', () => {
    expect(fileNamer('/work', ['/work'], path.posix)('/work/a\\b.js')).toBe('a\\b.js');
  });

  test('a sibling that begins with the same letters is outside', () => {
    expect(isInside('/work-two/a.js', '/work', path.posix)).toBe(false);
  });

  test('a name that begins with two dots is inside', () => {
    expect(isInside('/work/..a.js', '/work', path.posix)).toBe(true);
  });

  test('the root of the file system holds everything', () => {
    expect(fileNamer('/', ['/'], path.posix)('/a/b.js')).toBe('a/b.js');
  });
});
