import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ConfigError } from '../../src/config/config-issues.ts';
import { findConfig } from '../../src/config/find-config.ts';
import { formatIssues, formatNotices } from '../../src/config/format-config-issues.ts';

let baseDir: string;
beforeEach(() => {
  baseDir = mkdtempSync(join(tmpdir(), 'données fiscales '));
});
afterEach(() => rmSync(baseDir, { recursive: true }));

const put = (name: string) => writeFileSync(join(baseDir, name), '');
const find = (option: string | null = null, cwd = '/tmp') => findConfig({ option, cwd, baseDir });

it('none: the defaults', () => {
  expect(find()).toEqual({ file: null, notices: [] });
});

it.each(['config.yaml', 'config.yml'])('%s beside the executable, from any current directory', (name) => {
  put(name);
  expect(find()).toEqual({ file: join(baseDir, name), notices: [] });
});

it('both: config.yaml, and a notice that says so', () => {
  put('config.yml');
  put('config.yaml');
  const { file, notices } = find();
  const [used, ignored] = [join(baseDir, 'config.yaml'), join(baseDir, 'config.yml')];
  expect(file).toBe(used);
  expect(notices).toEqual([{ code: 'bothFiles', used, ignored }]);
  expect(formatNotices(notices, 'en')).toBe(
    `Both ${used} and ${ignored} are there: ${used} is used, ${ignored} is not read.\n`,
  );
});

it.each(['config.yaml.txt', 'config.yml.txt'])('only %s: the hidden extension is explained', (name) => {
  put(name);
  let text = '';
  try {
    find();
  } catch (error) {
    if (error instanceof ConfigError) text = formatIssues(error.issues, 'fr');
  }
  expect(text).toContain(join(baseDir, name));
  expect(text).toContain(`Renommez-le en ${name.replace('.txt', '')}`);
});

it('config.yaml.txt beside config.yml disturbs nobody', () => {
  put('config.yaml.txt');
  put('config.yml');
  expect(find().file).toBe(join(baseDir, 'config.yml'));
});

it('--config is relative to the current directory, and not looked at yet', () => {
  put('config.yaml');
  mkdirSync(join(baseDir, 'sub'));
  expect(find('../other.yaml', join(baseDir, 'sub'))).toEqual({
    file: join(baseDir, 'other.yaml'),
    notices: [],
  });
  expect(find(join(baseDir, 'abs.yaml')).file).toBe(join(baseDir, 'abs.yaml'));
});
