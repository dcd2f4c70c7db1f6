import express, { type RequestHandler } from 'express';
import { describe, expect, it } from 'vitest';
import { handleErrors, type Representation } from '../../../src/web/http/error-handler.ts';
import { addRoutes, lookedAt, namesOf, type Route } from '../../../src/web/http/routes.ts';
import { ask } from '../support/inject.ts';

const answer: RequestHandler = (req, res) => {
  res.end(`${req.method} ${req.params.number ?? ''}`);
};

const routes: readonly Route[] = [
  lookedAt('/look', answer),
  {
    path: '/do/:number',
    methods: ['GET', 'POST'],
    isSafe: false,
    forms: { number: /^\d+$/ },
    handlers: [answer],
  },
];

const represent: Representation = ({ status, headers }, _req, res) => {
  res.status(status).set(headers).end();
};
const never = () => {
  throw new Error('nothing else is asked for');
};
const services = { log: { error: never }, mailAdmin: never, retryAfter: never, downDependency: never };
const application = express().enable('case sensitive routing').enable('strict routing');
addRoutes(application, '', routes);
application.use(handleErrors(services as unknown as Parameters<typeof handleErrors>[0], represent));

describe('a route', () => {
  it.each([
    ['GET', '/look', 'GET '],
    ['GET', '/do/12', 'GET 12'],
    ['POST', '/do/12', 'POST 12'],
  ] as const)('%s %s is answered', async (method, path, text) => {
    expect(await ask(application, { method, path })).toMatchObject({ status: 200, text });
  });

  it('is answered for HEAD where looking changes nothing', async () => {
    expect(await ask(application, { method: 'HEAD', path: '/look' })).toMatchObject({ status: 200 });
  });

  it.each([
    ['POST', '/look', 'GET, HEAD'],
    ['HEAD', '/do/12', 'GET, POST'],
  ] as const)('refuses %s %s', async (method, path, allowed) => {
    const { status, headers } = await ask(application, { method, path });
    expect([status, headers.get('allow')]).toEqual([405, allowed]);
  });

  it.each(['/do/x', '/do/', '/LOOK', '/look/'])('is not at %s', async (path) => {
    expect((await ask(application, { path })).status).toBe(404);
  });
});

it('is named by the first segment of its address', () => {
  expect([
    ...namesOf([lookedAt('/', answer), lookedAt('/years', answer), lookedAt('/years/:year', answer)]),
  ]).toEqual(['years']);
});
