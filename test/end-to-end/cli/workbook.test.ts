import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { rowsOf, workbook } from '../../xlsx/make-workbook.ts';

it('the built program reads and writes workbooks', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tax-server-workbook-'));
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [resolve('dist/tax-server.cjs'), 'calculate', ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  try {
    const rows = [
      ['année', 'marié', 'enfants', 'salaire'],
      [2018, 'oui', 2, 55555],
    ];
    writeFileSync(join(folder, 'in.xlsx'), await workbook({ sheet: rowsOf(rows) }));
    run('in.xlsx', '--output', 'out.xlsx');
    expect(readFileSync(join(folder, 'out.xlsx')).subarray(0, 2).toString()).toBe('PK');
    expect(run('out.xlsx')).toMatch(/2018[;,]oui[;,]2[;,]55555[;,]2815[;,]/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
