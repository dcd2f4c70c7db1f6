import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  installOnWindows,
  startConfigured,
  type WindowsInstallation,
} from '../support/windows-installation.ts';
import { CTRL_C } from '../support/wine.ts';

let installation: WindowsInstallation;
beforeEach(() => {
  installation = installOnWindows();
});
afterEach(() => installation.remove());

it('tax-server.exe begins new log files at their size, and loses no line', async () => {
  const { origin, program } = await startConfigured(installation, { log: { max_size: '10KB', keep: 9 } });
  const folder = join(installation.folder, 'logs');
  const requests = Array.from(
    { length: 60 },
    (_, place) => `${origin}/do/nothing-${place}-${'x'.repeat(400)}`,
  );
  for (const url of requests) await fetch(url);
  program.type(CTRL_C);
  expect(await program.exited).toBe(0);
  const names = readdirSync(folder).filter((name) => name.startsWith('tax-server.log'));
  expect(names.length).toBeGreaterThan(2);
  const text = names.map((name) => readFileSync(join(folder, name), 'utf8')).join('');
  for (const [place] of requests.entries()) expect(text).toContain(`/do/nothing-${place}-`);
});
