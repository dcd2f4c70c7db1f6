import express from 'express';
import { describe, expect, it } from 'vitest';
import { listen } from '../../../src/server/listen.ts';
import { sendDocumentation, sendOpenApi } from '../../../src/web/api/documentation.ts';
import type { ApiContext } from '../../../src/web/api/operation.ts';

const services = {
  version: '1.2.3',
  health: () => {
    throw new Error('who asks for the health is taken for a balancer, and a stop waits for it');
  },
} as Partial<ApiContext['services']> as ApiContext['services'];
const settings = { alias: '/impots', prefix: '/do', publicUrl: '' } as ApiContext['settings'];

describe('the description of the API', () => {
  it.each([
    ['document', sendOpenApi, '"url":"/impots/do/api/v1"'],
    ['page', sendDocumentation, '/impots/do/api/v1/openapi.json'],
  ])('names version and address, and does not watch the health (%s)', async (_, send, address) => {
    const application = express().get('/', (req, res) => send(req, res, { settings, services }));
    const { http, port } = await listen(application, '127.0.0.1', 0);
    try {
      const text = await (await fetch(`http://127.0.0.1:${port}/`)).text();
      expect(text).toContain('1.2.3');
      expect(text).toContain(address);
    } finally {
      http.close().closeAllConnections();
    }
  });
});
