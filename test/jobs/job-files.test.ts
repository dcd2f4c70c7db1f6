import { mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openFile } from '../../src/jobs/job-files.ts';
import { csvWorkbook } from '../../src/xlsx/csv-workbook.ts';

let path: string;
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'tax-server-job-files-')), 'results.csv');
  writeFileSync(path, 'impôt\n1\n');
});
afterEach(() => rmSync(join(path, '..'), { recursive: true }));

async function opened() {
  const file = await openFile(path);
  if (file === null) throw new Error('there is no file');
  return file;
}

/** Lets files be opened and closed. */
async function otherWork(): Promise<void> {
  for (let turn = 0; turn < 100; turn++) await setImmediate();
}

/** Whether this process has the file open. */
function isOpen(): boolean {
  return readdirSync('/proc/self/fd').some((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`) === path;
    } catch {
      return false;
    }
  });
}

it.runIf(process.platform === 'linux')(
  'a workbook that nobody reads to its end leaves no file open',
  async () => {
    const { stream } = await opened();
    for await (const _ of csvWorkbook(stream(), 'fr')) break;
    await otherWork();
    expect(isOpen()).toBe(false);
  },
);

it('a file that is gone fails its reader, and not before it is read', async () => {
  const { stream } = await opened();
  const bytes = stream();
  rmSync(path);
  await otherWork();
  await expect(bytes[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'ENOENT' });
});
