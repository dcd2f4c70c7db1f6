import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { shippedTaxYears } from '../../src/database/tax-years/shipped-tax-years.ts';
import { formatTaxYear } from '../../src/database/tax-years/tax-year-file.ts';
import { fakeProcess } from './terminal.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'missing-database-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function tax(...args: string[]) {
  const { context, written } = fakeProcess('', false, { cwd: folder, baseDir: folder });
  return { code: await run(args, context), ...written };
}

it.each([[['tax-years', 'list']], [['tax-years', 'export', '2024']], [['backup', 'copy.db']]])(
  '%j says that there is no database yet, and makes none',
  async (args) => {
    const { code, stdout, stderr } = await tax(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      `There is no database at ${join(folder, 'tax-server.db')} yet: the first start of the server makes it.\n`,
    );
    expect(readdirSync(folder)).toEqual([]);
  },
);

it('an import makes the database', async () => {
  const [year] = shippedTaxYears();
  if (!year) throw new Error('no year');
  writeFileSync(join(folder, '2031.yaml'), formatTaxYear({ ...year, incomeYear: 2031 }));
  expect(await tax('tax-years', 'import', '2031.yaml')).toMatchObject({ code: 0, stderr: '' });
  expect((await tax('tax-years', 'list')).stdout).toContain('2031');
});
