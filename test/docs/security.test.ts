import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** The short names of docs/security.md. */
const FOLDERS: Readonly<Record<string, string>> = {
  'sec/': 'test/end-to-end/security/',
  'rob/': 'test/end-to-end/robustness/',
};

it('docs/security.md names files that are there', () => {
  const page = readFileSync('docs/security.md', 'utf8');
  const named = [...page.matchAll(/`((?:src|test|build|views|docs|sec|rob)\/[\w./-]*)`|\]\(([\w./-]+)\)/g)];
  const files = named.map(([, code, link]) => (link ? `docs/${link}` : (code ?? '')));
  expect(files.length).toBeGreaterThan(80);
  const paths = files.map((file) => file.replace(/^(sec|rob)\//, (folder) => FOLDERS[folder] ?? folder));
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

it('docs/security.md names a test for every attack', () => {
  const page = readFileSync('docs/security.md', 'utf8');
  const [, table = ''] = /## Attacks, each with the test that would fail\n([^#]*)/.exec(page) ?? [];
  const rows = table.split('\n').filter((line) => /^\| (?!attack \|)/.test(line));
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter((row) => !/`(test|sec|rob)\/[^`]*` \|$/.test(row))).toEqual([]);
});
