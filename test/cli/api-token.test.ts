import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { apiToken } from '../../src/cli/api-token.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { createApiTokens } from '../../src/users/api-tokens.ts';
import { fakeProcess } from './terminal.ts';

async function run(...args: string[]) {
  const { context, written } = fakeProcess('', false);
  return { code: await apiToken(args, context), ...written };
}

it.each([
  [[], 'program'],
  [['--name', 'pay: "roll" #1'], 'pay: "roll" #1'],
])('%j: a token, and the lines that let it in', async (args, name) => {
  const { code, stdout, stderr } = await run(...args);
  expect([code, stderr]).toEqual([0, '']);
  const [token = ''] = stdout.match(/^taxsrv_[0-9a-f]{64}$/m) ?? [];
  const { api_tokens } = parse(stdout.slice(stdout.indexOf('api_tokens:')));
  expect(createApiTokens(api_tokens, Date.now)(token)).toEqual({ kind: 'accepted', name });
  expect(stdout.split(token)).toHaveLength(2);
});

describe('refuses', () => {
  it.each(['', 'a\nb', 'x'.repeat(101)])('the name %.10j', async (name) => {
    const { code, stdout, stderr } = await run('--name', name);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('one line of 1 to 100 characters');
  });

  it('other arguments', async () => {
    await expect(run('payroll')).rejects.toThrow(UsageError);
  });
});
