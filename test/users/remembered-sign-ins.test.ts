import { expect, it } from 'vitest';
import type { SignInResult } from '../../src/model/sign-in.ts';
import { rememberSignIns } from '../../src/users/remembered-sign-ins.ts';

const here = { address: '127.0.0.1', isLocal: true, isGone: () => false, requestId: 'Thread-1' };

/** A sign-in that knows one password and counts how often it is asked. */
function countedSignIn() {
  const asked: string[] = [];
  let now = 0;
  const attempt = rememberSignIns(
    {
      async attempt(login, password): Promise<SignInResult> {
        asked.push(password);
        if (password === 'broken') throw new Error('broken');
        if (password === 'late') return { kind: 'paused', retryAfterSeconds: 5 };
        return password === 'right' ? { kind: 'accepted', user: login } : { kind: 'refused' };
      },
    },
    () => now,
  );
  return {
    attempt,
    asked,
    pass(milliseconds: number) {
      now += milliseconds;
    },
  };
}

it('a right password is looked at once a minute', async () => {
  const { attempt, asked, pass } = countedSignIn();
  for (let call = 0; call < 3; call += 1)
    expect(await attempt('admin', 'right', here)).toEqual({ kind: 'accepted', user: 'admin' });
  pass(59_999);
  await attempt('admin', 'right', here);
  expect(asked).toHaveLength(1);
  pass(1);
  await attempt('admin', 'right', here);
  expect(asked).toHaveLength(2);
});

it('equal tries that arrive together are one', async () => {
  const { attempt, asked } = countedSignIn();
  const results = await Promise.all(Array.from({ length: 50 }, () => attempt('admin', 'right', here)));
  expect(new Set(results.map(({ kind }) => kind))).toEqual(new Set(['accepted']));
  expect(asked).toHaveLength(1);
});

it('what is not accepted is looked at each time', async () => {
  const { attempt, asked } = countedSignIn();
  for (const password of ['wrong', 'wrong', 'late', 'late']) await attempt('admin', password, here);
  await expect(attempt('admin', 'broken', here)).rejects.toThrow('broken');
  await expect(attempt('admin', 'broken', here)).rejects.toThrow('broken');
  expect(asked).toEqual(['wrong', 'wrong', 'late', 'late', 'broken', 'broken']);
});

it('another login, password, address or place is another try', async () => {
  const { attempt, asked } = countedSignIn();
  await attempt('admin', 'right', here);
  await attempt('admi', 'nright', here);
  await attempt('other', 'right', here);
  await attempt('admin', 'right', { ...here, address: '192.0.2.1', isLocal: true });
  await attempt('admin', 'right', { ...here, address: '127.0.0.1', isLocal: false });
  expect(asked).toHaveLength(5);
});

it('no more than a thousand are remembered, the latest', async () => {
  const { attempt, asked } = countedSignIn();
  for (let user = 0; user <= 1_000; user += 1) await attempt(`user ${user}`, 'right', here);
  await attempt('user 1000', 'right', here);
  await attempt('user 1', 'right', here);
  expect(asked).toHaveLength(1_001);
  await attempt('user 0', 'right', here);
  expect(asked).toHaveLength(1_002);
});

it('a try is given up only when all have gone that wait for it', async () => {
  let isGone = () => false;
  const verdict = Promise.withResolvers<SignInResult>();
  const attempt = rememberSignIns(
    {
      attempt(_login, _password, client) {
        isGone = client.isGone;
        return verdict.promise;
      },
    },
    () => 0,
  );
  const gone = { ...here, isGone: () => true };
  const first = attempt('admin', 'right', gone);
  expect(isGone()).toBe(true);
  const second = attempt('admin', 'right', here);
  expect(isGone()).toBe(false);
  verdict.resolve({ kind: 'accepted', user: 'admin' });
  expect(await Promise.all([first, second])).toEqual(Array(2).fill({ kind: 'accepted', user: 'admin' }));
});
