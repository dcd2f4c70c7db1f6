import type { Request, Response } from 'express';
import { expect, it, vi } from 'vitest';
import { publicPath, stripAlias } from '../../../src/web/http/mount.ts';

it.each([
  [{ alias: '', prefix: '' }, '/x'],
  [{ alias: '', prefix: '/do' }, '/do/x'],
  [{ alias: '/impots', prefix: '/do' }, '/impots/do/x'],
])('outside of %j', (mount, expected) => {
  expect(publicPath(mount, '/x')).toBe(expected);
});

it.each([
  ['/impots/do/x?a=1', '/do/x?a=1'],
  ['/do/x', '/do/x'],
  ['/impots', '/'],
  ['http://tax.test:80/impots/do/x', '/do/x'],
  ['http://tax.test/do/x', 'http://tax.test/do/x'],
  ['/impots?a', '/?a'],
  ['/impots/', '/'],
  ['/impotsx/do', '/impotsx/do'],
  ['/IMPOTS/do', '/IMPOTS/do'],
  ['/x/impots/do', '/x/impots/do'],
  ['/impots/impots/do', '/impots/do'],
])('the alias /impots in front of %s', (url, expected) => {
  const req = { url } as Request;
  const next = vi.fn();
  stripAlias('/impots')(req, {} as Response, next);
  expect(req.url).toBe(expected);
  expect(next).toHaveBeenCalledOnce();
});
