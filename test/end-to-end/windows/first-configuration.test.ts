import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installOnWindows, type WindowsInstallation } from '../support/windows-installation.ts';

describe('tax-server.exe init', () => {
  let installation: WindowsInstallation;
  beforeEach(() => {
    installation = installOnWindows();
  });
  afterEach(() => installation.remove());

  it('writes a configuration that check-config accepts, with a hash of the password, and never overwrites', async () => {
    const program = installation.start(['init'], { terminal: true });
    await program.printed(/Password of the user admin:/);
    program.type('a long secret\r');
    await program.printed(/The same once more:/);
    program.type('a long secret\r');
    expect(await program.exited).toBe(0);
    expect(program.output()).not.toContain('a long secret');
    const file = join(installation.folder, 'config.yaml');
    const written = readFileSync(file, 'utf8');
    expect(written).toMatch(/password_hash: .*\$argon2id\$/);
    const check = installation.start(['check-config']);
    expect(await check.exited).toBe(0);
    const again = installation.start(['init'], { terminal: true });
    expect(await again.exited).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe(written);
  });
});
