import { readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  installOnWindows,
  startConfigured,
  type WindowsInstallation,
} from '../support/windows-installation.ts';
import { CTRL_C } from '../support/wine.ts';

/** `sleep_time` makes every second request or so wait: of so many, some do. */
const REQUESTS = 12;

describe('tax-server.exe, stopped by Ctrl+C', () => {
  let installation: WindowsInstallation;
  beforeEach(() => {
    installation = installOnWindows();
  });
  afterEach(() => installation.remove());

  it('ends with 0 and leaves the database closed', async () => {
    const { program } = await startConfigured(installation);
    program.type(CTRL_C);
    expect(await program.exited).toBe(0);
    expect(readdirSync(installation.folder).filter((file) => file.startsWith('tax-server.db'))).toEqual([
      'tax-server.db',
    ]);
  });

  it('answers the requests under way first', async () => {
    const { origin, program } = await startConfigured(installation, { sleep_time: 5 });
    const requests = Array.from({ length: REQUESTS }, () => fetch(`${origin}/do/init-session/json`));
    await wait(2_000);
    program.type(CTRL_C);
    const statuses = (await Promise.all(requests)).map(({ status }) => status);
    expect(statuses).toEqual(Array.from({ length: REQUESTS }, () => 200));
    expect(await program.exited).toBe(0);
  });

  it('ends at once when it is pressed again', async () => {
    const { origin, program } = await startConfigured(installation, { sleep_time: 6 });
    const requests = Promise.allSettled(
      Array.from({ length: REQUESTS }, () => fetch(`${origin}/do/init-session/json`)),
    );
    await wait(500);
    const began = performance.now();
    program.type(CTRL_C);
    await wait(300);
    program.type(CTRL_C);
    await program.exited;
    expect(performance.now() - began).toBeLessThan(5_000);
    await requests;
  });
});
