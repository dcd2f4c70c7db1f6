import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';

/** An editor's tab shows the name alone. */
it('no two files of src share a name', () => {
  const names = globSync('src/**/*.ts').map((file) => basename(file));
  const known = new Set<string>();
  const twice = names.filter((name) => known.has(name) || !known.add(name));
  expect(twice).toEqual([]);
});
