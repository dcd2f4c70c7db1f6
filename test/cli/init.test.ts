import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkConfig } from '../../src/cli/check-config.ts';
import { init } from '../../src/cli/init.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { configTemplate } from '../../src/config/template.ts';
import { verifyPassword } from '../../src/users/password-hash.ts';
import { fakeProcess } from './terminal.ts';

let baseDir: string;
let file: string;
beforeEach(() => {
  baseDir = mkdtempSync(join(tmpdir(), 'init-'));
  file = join(baseDir, 'config.yaml');
});
afterEach(() => rmSync(baseDir, { recursive: true }));

async function run(args: string[] = [], language: 'fr' | 'en' = 'en', input = 'hunter2\rhunter2\r') {
  const { context, written } = fakeProcess(input, true, { baseDir, cwd: baseDir, language });
  return { code: await init(args, context), ...written };
}

it.each(['fr', 'en'] as const)('writes every setting in the language of the user (%s)', async (language) => {
  const { code, stdout } = await run([], language);
  expect(code).toBe(0);
  expect(stdout).toContain(file);
  const { config } = loadConfig({ file, baseDir, env: {} });
  const [user, ...others] = config.users;
  expect(others).toEqual([]);
  expect(user?.login).toBe('admin');
  expect(await verifyPassword(user?.password_hash ?? '', 'hunter2')).toBe(true);
  expect(config.language).toBe(language);
  expect(readFileSync(file, 'utf8')).toBe(configTemplate({ language, pages: language, users: config.users }));
});

it('ends with what to do next', async () => {
  const { stdout } = await run();
  expect(stdout).toContain('\n  tax-server\nthen open http://127.0.0.1:5000/do and sign in as admin');
  const { stdout: named } = await run(['--config', 'my own.yaml']);
  expect(named).toContain('\n  tax-server --config "my own.yaml"\n');
  expect(named).toContain('\n  tax-server check-config --config "my own.yaml"\n');
});

it('what it writes passes check-config and is for its owner only', async () => {
  await run();
  const { context, written } = fakeProcess('', false, { baseDir, cwd: '/' });
  expect(await checkConfig([], context)).toBe(0);
  expect(written.stdout).toContain(file);
  expect(statSync(file).mode & 0o077).toBe(0);
});

it.each(['config.yaml', 'config.yml'])('leaves %s as it is, and does not even ask', async (name) => {
  const existing = join(baseDir, name);
  writeFileSync(existing, 'language: en\n');
  expect(await run()).toEqual({
    code: 1,
    stdout: '',
    stderr: `${existing} is already there and was not changed.\n`,
  });
  expect(readFileSync(existing, 'utf8')).toBe('language: en\n');
});

it('--config names another file, relative to the current directory', async () => {
  writeFileSync(file, '');
  expect((await run(['--config', 'second.yaml'])).code).toBe(0);
  expect(readFileSync(join(baseDir, 'second.yaml'), 'utf8')).toContain('password_hash: ');
});

it('a folder that cannot be written to: says so and what to do', async () => {
  const { code, stderr } = await run(['--config', 'missing/config.yaml'], 'fr');
  expect(code).toBe(1);
  expect(stderr).toContain(`${join(baseDir, 'missing/config.yaml')} ne peut pas être écrit (ENOENT)`);
});

it('without a password nothing is written', async () => {
  const { code, stderr } = await run([], 'en', 'one\rother\r');
  expect(code).toBe(1);
  expect(stderr).toContain('The two passwords differ');
  expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined();
});

it('arguments that it does not know', async () => {
  await expect(run(['--force'])).rejects.toThrow(UsageError);
});
