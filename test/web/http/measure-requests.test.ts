import { EventEmitter } from 'node:events';
import type { Request, Response } from 'express';
import { describe, expect, it, vi } from 'vitest';
import { measuredName, measureRequests, namedBy } from '../../../src/web/http/measure-requests.ts';

const mount = { alias: '/impots', prefix: '/do' };
const nameOf = namedBy(new Set(['acces', 'calculer-impot', 'health', 'metrics', 'supprimer-simulation']));

describe('the name of a request in the metrics', () => {
  it.each([
    ['/do/calculer-impot', 'calculer-impot'],
    ['/impots/do/calculer-impot/some.token?x=1', 'calculer-impot'],
    ['/do/supprimer-simulation/12', 'supprimer-simulation'],
    ['/do/', 'entry'],
    ['/do/?x', 'entry'],
    ['/do/health/live', 'health'],
    ['/do/metrics', 'metrics'],
    ['/do/acces/secret-code', 'acces'],
    ['/static/abc/app.css', 'static'],
    ['/impots/static/abc/app.css', 'static'],
    ['/', 'other'],
    ['/do', 'other'],
    ['/do/constructor', 'other'],
    [`/do/${'x'.repeat(5_000)}`, 'other'],
    ['/do/CALCULER-IMPOT', 'other'],
    ['/wp-login.php', 'other'],
    ['/do/api/v1/calculations', 'other'],
  ])('%s', (url, expected) => {
    expect(measuredName(url, mount, nameOf)).toBe(expected);
  });
});

describe('a measured request', () => {
  function measured(finished: boolean, locals: object) {
    const request = vi.fn();
    const res = Object.assign(new EventEmitter(), { statusCode: 200, writableFinished: finished, locals });
    const next = vi.fn();
    measureRequests(mount, { request, calculated: vi.fn() }, nameOf)(
      { originalUrl: '/do/calculer-impot' } as Request,
      res as unknown as Response,
      next,
    );
    expect(next).toHaveBeenCalledOnce();
    expect(request).not.toHaveBeenCalled();
    res.emit('close');
    return request;
  }

  it('counts with its status and état once it has been answered', () => {
    expect(measured(true, { etat: 300 })).toHaveBeenCalledExactlyOnceWith(
      'calculer-impot',
      200,
      300,
      expect.any(Number),
    );
  });

  it('counts as aborted when the client has gone before', () => {
    expect(measured(false, {})).toHaveBeenCalledExactlyOnceWith(
      'calculer-impot',
      'aborted',
      null,
      expect.any(Number),
    );
  });
});
