import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installOnWindows, type WindowsInstallation } from '../support/windows-installation.ts';

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

/** Files beside the executable that it refuses, what it says of them, and its exit code. */
const refusedFiles = [
  {
    file: 'config.yaml',
    content: 'server:\n  port: 80800\n',
    says: /line 2, column 9 .*server\.port: 80800/,
    code: 1,
  },
  { file: 'config.yaml', content: 'server:\n\tport: 5000\n', says: /line 2.*tab/is, code: 1 },
  { file: 'config.yaml', content: utf16('language: fr\n'), says: /UTF-16/, code: 1 },
  { file: 'config.yaml.txt', content: 'language: fr\n', says: /config\.yaml\.txt/, code: 1 },
  { file: 'tax-server.db', content: 'not a database, '.repeat(500), says: /tax-server\.db/, code: 2 },
] as const;

describe('tax-server.exe, when it cannot start', () => {
  let installation: WindowsInstallation;
  beforeEach(() => {
    installation = installOnWindows();
  });
  afterEach(() => installation.remove());

  it.each(refusedFiles)('explains $says', async ({ file, content, says, code }) => {
    installation.write(file, content);
    const program = installation.start(['--no-pause'], { ownNetwork: true });
    expect(await program.exited).toBe(code);
    expect(program.output()).toMatch(says);
  });

  it('accepts what Notepad writes: a byte order mark and CRLF', async () => {
    installation.write('config.yaml', '\ufeffserver:\r\n  port: 5001\r\nlanguage: fr\r\n');
    const program = installation.start(['check-config']);
    expect(await program.exited).toBe(0);
  });

  it('says what to do about a folder that it may not write to', async () => {
    const program = installation.start(['--no-pause'], {
      readOnlyFolders: [installation.folder],
      ownNetwork: true,
    });
    expect(await program.exited).toBe(1);
    expect(program.output()).toMatch(/The folder Z:.* is read-only.*\n.*\n.*Documents/);
  });

  it('names the port that another program holds, the key to change and how to find the holder', async () => {
    const holder = createServer((_request, response) => response.end('another program')).listen(
      0,
      '127.0.0.1',
    );
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    try {
      const program = installation.start(['--no-pause', '--port', String(port)]);
      expect(await program.exited).toBe(1);
      expect(program.output()).toContain(`Port ${port} of 127.0.0.1 is taken by another program`);
      expect(program.output()).toMatch(new RegExp(`server\\.port.*\\n.*netstat -ano \\| findstr :${port}`));
    } finally {
      holder.close();
    }
  });

  it('keeps its window open until Enter after a double click', async () => {
    installation.write('config.yaml', 'prot: 1\n');
    const program = installation.start([], { terminal: true });
    await program.printed(/Press Enter to close this window/);
    const early = await Promise.race([
      program.exited,
      new Promise((resolve) => setTimeout(resolve, 1_000, 'open')),
    ]);
    expect(early).toBe('open');
    program.type('\r');
    expect(await program.exited).toBe(1);
  });

  it.each([
    { how: '--no-pause', args: ['--no-pause'], terminal: true },
    { how: 'without a terminal', args: [], terminal: false },
  ])('does not wait with $how', async ({ args, terminal }) => {
    installation.write('config.yaml', 'prot: 1\n');
    const program = installation.start(args, { terminal });
    expect(await program.exited).toBe(1);
    expect(program.output()).not.toContain('Press Enter');
  });
});
