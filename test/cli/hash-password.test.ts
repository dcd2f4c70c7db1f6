import { describe, expect, it } from 'vitest';
import { hashPassword } from '../../src/cli/hash-password.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { verifyPassword } from '../../src/users/password-hash.ts';
import { fakeProcess } from './terminal.ts';

async function run(input: string, isTTY: boolean, args: string[] = []) {
  const { context, written } = fakeProcess(input, isTTY);
  return { code: await hashPassword(args, context), ...written };
}

describe('from a pipe', () => {
  it.each([
    ['hunter2\n', 'hunter2'],
    ['hunter2', 'hunter2'],
    ['hunter2\r\n', 'hunter2'],
    [' Été 2024 € \nmore\n', ' Été 2024 € '],
  ])('%j: the first line, exactly', async (input, password) => {
    const { code, stdout, stderr } = await run(input, false);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^\$argon2id\$\S+\n$/);
    expect(await verifyPassword(stdout.trimEnd(), password)).toBe(true);
  });

  it.each([
    [
      '',
      'There is no password in the input: type it on a terminal, or give it as one line of the standard input. Nothing was done.\n',
    ],
    ['\n', 'The password is empty: nothing was done.\n'],
    [
      'admin\0\n',
      'The password has a NUL character (code 0) in it, with which nobody could sign in: nothing was done.\n',
    ],
    [`${'x'.repeat(1025)}\n`, 'The password has more than 1024 characters: nothing was done.\n'],
  ])('%.10j is no password', async (input, stderr) => {
    expect(await run(input, false)).toEqual({ code: 1, stdout: '', stderr });
  });
});

describe('on a terminal', () => {
  it('asks twice, shows nothing of it, and prints the hash alone', async () => {
    const { code, stdout, stderr } = await run('hunter2\rhunter2\r', true);
    expect(code).toBe(0);
    expect(stderr).toBe('Password: \nThe same once more: \n');
    expect(await verifyPassword(stdout.trimEnd(), 'hunter2')).toBe(true);
  });

  it('corrections count', async () => {
    const { stdout } = await run('hunx\u007fter2\rhunter2\r', true);
    expect(await verifyPassword(stdout.trimEnd(), 'hunter2')).toBe(true);
  });

  it('two different passwords: no hash', async () => {
    const { code, stdout, stderr } = await run('hunter2\rhunter3\r', true);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('The two passwords differ: nothing was done.');
  });

  it.each([
    ['Ctrl+C at once', '\u0003'],
    ['Ctrl+C at the repetition', 'hunter2\r\u0003'],
    ['Ctrl+D', '\u0004'],
  ])('%s gives up', async (_, input) => {
    const { code, stdout, stderr } = await run(input, true);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('Given up: nothing was done.');
  });
});

it('a password on the command line is refused', async () => {
  await expect(run('', false, ['hunter2'])).rejects.toThrow(UsageError);
  await expect(run('', false, ['--password', 'hunter2'])).rejects.toThrow(UsageError);
});
