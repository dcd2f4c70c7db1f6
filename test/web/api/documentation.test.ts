import express from 'express';
import { describe, expect, it, vi } from 'vitest';
import type { ApiReference } from '../../../src/model/api-reference.ts';
import { listen } from '../../../src/server/listen.ts';
import { sendDocumentation, sendOpenApi } from '../../../src/web/api/documentation.ts';
import type { ApiContext } from '../../../src/web/api/operation.ts';
import { apiReference } from '../../../src/web/api/reference.ts';

const services = {
  version: '1.2.3',
  health: () => {
    throw new Error('who asks for the health is taken for a balancer, and a stop waits for it');
  },
} as Partial<ApiContext['services']> as ApiContext['services'];
const settings = { alias: '/impots', prefix: '/do', publicUrl: '', language: 'fr' } as ApiContext['settings'];
const sendReference: ApiContext['sendReference'] = vi.fn(async (_req, res, reference) => {
  res.json(reference);
});

describe('the description of the API', () => {
  it.each([
    ['document', sendOpenApi, '"url":"/impots/do/api/v1"'],
    ['page', sendDocumentation, '"path":"/impots/do/api/v1"'],
  ])('names version and address, and does not watch the health (%s)', async (_, send, address) => {
    const application = express().get('/', (req, res) =>
      send(req, res, { settings, services, sendReference }),
    );
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

describe('the page of the API', () => {
  const reference = (language: 'fr' | 'en') =>
    apiReference(settings, { version: '1', origin: 'https://a.example', language });
  const [french, english] = [reference('fr'), reference('en')];

  /** Every text that is not what programs send or get. */
  function texts({ about, operations, fields, problems }: ApiReference): readonly string[] {
    return [
      about,
      ...operations.flatMap(({ summary, about, parameters, responses }) => [
        summary,
        about,
        ...parameters.map((each) => each.about),
        ...responses.filter(({ isTitle }) => !isTitle).map(({ text }) => text),
      ]),
      ...fields.map(({ allowed }) => allowed),
      ...problems.map((each) => each.about),
    ];
  }

  it('says everything in both languages', () => {
    const [inFrench, inEnglish] = [texts(french), texts(english)];
    expect(inFrench.length).toBe(inEnglish.length);
    expect(inFrench.filter((text, index) => text !== '' && text === inEnglish[index])).toEqual([]);
    expect(inFrench.filter((text) => text === '').length).toBeLessThanOrEqual(4);
  });

  it('has an answer beside each command, but for the values of all years', () => {
    const lacking = english.operations.filter(({ examples }) =>
      examples.some(({ answer }) => answer === null),
    );
    expect(lacking.map(({ id }) => id)).toEqual(['listTaxYears']);
    expect(english.operations.flatMap(({ examples }) => examples)).toHaveLength(7);
  });
});
