import express from 'express';
import { describe, expect, it } from 'vitest';
import type { Health } from '../../../src/model/web-services.ts';
import { healthRoutes } from '../../../src/web/http/health.ts';
import { addRoutes } from '../../../src/web/http/routes.ts';
import { ask } from '../support/inject.ts';

const report: Health = { status: 'up', version: '1.2.3', commit: 'abc', database: 'sqlite' };
const metricsText = async () => ({ contentType: 'text/plain; version=0.0.4', text: 'requests 1\n' });

function application(health: Health, isTrusted: boolean) {
  const made = express();
  const routes = healthRoutes({ health: () => health, metricsText }, () => isTrusted);
  addRoutes(made, '', routes);
  return made;
}

describe.each(['/health', '/health/ready'])('%s', (path) => {
  it('tells whom it trusts which build it is, and others that it is up', async () => {
    const trusted = await ask(application(report, true), { path });
    expect([trusted.status, JSON.parse(trusted.text)]).toEqual([200, report]);
    const stranger = await ask(application(report, false), { path });
    expect(JSON.parse(stranger.text)).toEqual({ status: 'up', database: 'sqlite' });
    expect(stranger.headers.get('cache-control')).toBe('no-store');
  });

  it('is 503 while requests cannot be answered', async () => {
    const { status, text } = await ask(application({ ...report, status: 'down' }, false), { path });
    expect([status, JSON.parse(text).status]).toEqual([503, 'down']);
  });
});

it('lives also while requests cannot be answered', async () => {
  const { status, text } = await ask(application({ status: 'down' }, false), { path: '/health/live' });
  expect([status, JSON.parse(text)]).toEqual([200, { status: 'up' }]);
});

describe('what has been counted', () => {
  it('is for Prometheus, in its format', async () => {
    const { status, headers, text } = await ask(application(report, true), { path: '/metrics' });
    expect([status, headers.get('content-type'), text]).toEqual([
      200,
      'text/plain; version=0.0.4',
      'requests 1\n',
    ]);
  });

  it('is not sent to who asks for the head only', async () => {
    const { status, text } = await ask(application(report, true), { method: 'HEAD', path: '/metrics' });
    expect([status, text]).toEqual([200, '']);
  });

  it('is not for strangers, who are told how to be none', async () => {
    const { status, headers, text } = await ask(application(report, false), { path: '/metrics' });
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="tax-server"']);
    expect(text).toContain('or with an API token');
  });
});
