import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeTarball } from '../../../build/release/linux.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tarball-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('packs files as root would have them, the program executable', () => {
  const archive = join(folder, 'release.tar.gz');
  writeTarball(archive, 'tax-server-1', [
    { path: 'tax-server', content: Buffer.from('program'), isExecutable: true },
    { path: 'service/tax-server@.service', content: Buffer.from('unit') },
  ]);
  const listed = execFileSync('tar', ['--list', '--verbose', '--numeric-owner', '--file', archive], {
    encoding: 'utf8',
  });
  expect(listed).toMatch(/^-rwxr-xr-x 0\/0 .* tax-server-1\/tax-server$/m);
  expect(listed).toMatch(/^-rw-r--r-- 0\/0 .* tax-server-1\/service\/tax-server@\.service$/m);
  expect(listed).toMatch(/^drwxr-xr-x 0\/0 .* tax-server-1\/service\/$/m);
});
