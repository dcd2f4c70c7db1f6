import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { platforms } from '../executable/platforms.ts';
import type { PackagedFile } from './package-files.ts';

const FOLDER = 'build/release/linux';

/** What goes to those who run Linux servers, beside the files of every release. */
export function linuxFiles(): readonly PackagedFile[] {
  const { output, checksum } = platforms.linux;
  return [
    { path: 'tax-server', content: readFileSync(output), isExecutable: true },
    { path: 'tax-server.sha256', content: readFileSync(checksum) },
    { path: 'README.txt', content: readFileSync(`${FOLDER}/README.txt`) },
    { path: 'config.example.yaml', content: readFileSync('config.example.yaml') },
    { path: 'LICENSE.txt', content: readFileSync('LICENSE') },
    { path: 'service/tax-server@.service', content: readFileSync(`${FOLDER}/tax-server@.service`) },
  ];
}

/** Writes the files into a compressed archive, in one folder, as root's. */
export function writeTarball(output: string, folder: string, files: readonly PackagedFile[]): void {
  const parent = mkdtempSync(join(tmpdir(), 'release-'));
  try {
    for (const { path, content, isExecutable = false } of files) {
      const file = join(parent, folder, path);
      mkdirSync(dirname(file), { recursive: true, mode: 0o755 });
      writeFileSync(file, content, { mode: isExecutable ? 0o755 : 0o644 });
    }
    const owner = ['--owner=0', '--group=0', '--numeric-owner', '--mode=u+w,go-w'];
    execFileSync('tar', ['--create', '--gzip', ...owner, '--file', resolve(output), folder], { cwd: parent });
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}
