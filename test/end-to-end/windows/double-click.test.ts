import { mkdtempSync, readdirSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ContractClient } from '../support/contract-client.ts';
import {
  installOnWindows,
  READY,
  startConfigured,
  type WindowsInstallation,
} from '../support/windows-installation.ts';
import { CTRL_C } from '../support/wine.ts';

describe('tax-server.exe, double-clicked', () => {
  let installation: WindowsInstallation;
  beforeEach(() => {
    installation = installOnWindows();
  });
  afterEach(() => installation.remove());

  it('needs no file: serves from its folder, whatever the current one, and opens the browser signed in', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
    const program = installation.start([], {
      cwd: elsewhere,
      folders: [installation.folder],
      terminal: true,
      // The default port may be taken on this machine.
      ownNetwork: true,
    });
    await program.printed(READY);
    await expect
      .poll(program.browsed, { timeout: 10_000 })
      .toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:5000\/do\/acces\/[\w-]{20,}$/)]);
    expect(program.output()).toContain(`SQLite, ${installation.windowsPath('tax-server.db')}`);
    expect(program.output()).toContain(installation.windowsPath('logs/tax-server.log'));
    program.type(CTRL_C);
    expect(await program.exited).toBe(0);
    expect(readdirSync(installation.folder).toSorted()).toEqual(['logs', 'tax-server.db', 'tax-server.exe']);
    // Throws if anything was written there.
    rmdirSync(elsewhere);
  });

  it('speaks the language of Windows', async () => {
    const french = { env: { LC_ALL: 'fr_FR.UTF-8' }, terminal: true, ownNetwork: true };
    const program = installation.start([], french);
    await program.printed(READY);
    expect(program.output()).toContain('Ctrl+C arrête le serveur.');
  });

  it('has every page, style and picture inside', async () => {
    const { origin, program } = await startConfigured(installation, {});
    await expect.poll(() => program.browsed().length, { timeout: 10_000 }).toBe(1);
    const [link = ''] = program.browsed();
    const browser = new ContractClient(`${origin}/do`, { tokens: false });
    const { reply } = await browser.follow(await browser.sendTo(link));
    expect(reply.body).toContain('action="/do/calculer-impot"');
    const assets = [...reply.body.matchAll(/(?:href|src|srcset)="(\/static\/[^"]+)"/g)].map(
      ([, path]) => path,
    );
    expect(assets.length).toBeGreaterThan(3);
    for (const asset of assets) {
      const { status } = await browser.sendTo(`${origin}${asset}`);
      expect({ asset, status }).toEqual({ asset, status: 200 });
    }
  });

  it('shows the running one when it is started again', async () => {
    const { origin } = await startConfigured(installation);
    const second = installation.start([], { terminal: true });
    await second.printed(/is running already/);
    await expect.poll(second.browsed, { timeout: 10_000 }).toEqual([`${origin}/do/`]);
    second.type('\r');
    expect(await second.exited).toBe(0);
  });

  it('runs beside another copy with a configuration of its own', async () => {
    const other = installOnWindows();
    try {
      const [one, two] = [await startConfigured(installation), await startConfigured(other)];
      const health = async (origin: string) => (await fetch(`${origin}/do/health`)).status;
      expect([await health(one.origin), await health(two.origin)]).toEqual([200, 200]);
    } finally {
      await other.remove();
    }
  });

  it('takes another configuration relative to the current folder', async () => {
    const { origin } = await startConfigured(installation);
    const port = Number(new URL(origin).port);
    installation.write('second.yaml', `server: { port: ${port}, url_prefix: /other }\n`);
    const program = installation.start(['check-config', '--config', 'second.yaml']);
    expect(await program.exited).toBe(0);
    expect(program.output()).toContain(installation.windowsPath('second.yaml'));
  });
});
