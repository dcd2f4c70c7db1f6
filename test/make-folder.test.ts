import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeFolder, missingFolder } from '../src/make-folder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'folders-'));
});
afterEach(() => rmSync(root, { recursive: true }));

it('makes the folders that are missing, and leaves those that are there', () => {
  const deep = join(root, 'a/b/c');
  makeFolder(deep);
  makeFolder(deep);
  expect(existsSync(deep)).toBe(true);
});

it.skipIf(process.platform === 'win32')('makes none that everybody may write into', () => {
  const before = process.umask(0);
  try {
    makeFolder(join(root, 'logs'));
  } finally {
    process.umask(before);
  }
  expect(statSync(join(root, 'logs')).mode & 0o022).toBe(0);
});

it('names the folder that a file lacks', () => {
  expect(missingFolder(join(root, 'file'))).toBeNull();
  expect(missingFolder(join(root, 'a/b/file'))).toBe(join(root, 'a/b'));
});

it('fails below a file', () => {
  writeFileSync(join(root, 'file'), '');
  expect(() => makeFolder(join(root, 'file/a'))).toThrow(/ENOTDIR|EEXIST|ENOENT/);
});

it.runIf(process.platform === 'linux')(
  'fails where the system takes no folders, rather than try forever',
  () => {
    expect(() => makeFolder('/proc/no-such/folder')).toThrow('ENOENT');
  },
);
