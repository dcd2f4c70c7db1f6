import { readFileSync } from 'node:fs';

const page = readFileSync('docs/dependencies.md', 'utf8');

/** The rows of the table below a heading of docs/dependencies.md, cell by cell. */
function rowsBelow(heading: string): string[][] {
  const [, section = ''] = page.split(`## ${heading}\n`);
  const [table = ''] = section.split('\n## ');
  return [...table.matchAll(/^\| `(.+) \|$/gm)].map(([, row = '']) => row.replace('`', '').split(' | '));
}

/** Packages in the bundle: name, kilobytes, kilobytes with all that it needs, reason. */
export const used = rowsBelow('In the bundle');
/** Packages to build, check and test: name and reason. */
export const tools = rowsBelow('To build, check and test');
