import express from 'express';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { WebServices } from '../../../../src/model/web-services.ts';
import type { WebSettings } from '../../../../src/model/web-settings.ts';
import { type Listening, listen } from '../../../../src/server/listen.ts';
import { createTaxCalculator } from '../../../../src/tax/tax-calculator.ts';
import { withholdingPage } from '../../../../src/web/contract/routes/withholding-route.ts';
import { taxYears } from '../../../tax/fixtures.ts';
import { text } from '../../pages/reading.ts';

const settings = { alias: '', prefix: '/do', language: 'fr' } as Partial<WebSettings> as WebSettings;
const calculator = createTaxCalculator({ method: 'official', years: taxYears() });
const calculated = vi.fn();
const services = {
  // Without the database there is no session: the page is told all the same.
  retryAfter: () => 5,
  taxBy: () => calculator,
  metrics: { calculated, request: vi.fn() },
} as Partial<WebServices> as WebServices;

let server: Listening;
beforeAll(async () => {
  const application = express().get('/', withholdingPage(settings, services));
  server = await listen(application, '127.0.0.1', 0);
});
afterAll(() => {
  server.http.close().closeAllConnections();
});

async function page(fields: Readonly<Record<string, string>>) {
  const reply = await fetch(`http://127.0.0.1:${server.port}/?${new URLSearchParams(fields)}`);
  return { status: reply.status, cookie: reply.headers.get('set-cookie'), html: await reply.text() };
}

const couple = { situation: 'marié', salaire_1: '48 000', salaire_2: '24000', année: '2025' };

it('the address holds the question: no session is needed, and none begins', async () => {
  const { status, cookie, html } = await page({ ...couple, paie_1: '4 000,00' });
  expect([status, cookie]).toEqual([200, null]);
  expect(text(html)).toMatch(/Appliqué si vous ne demandez rien.*10,3\s%/);
  expect(calculated).toHaveBeenCalledExactlyOnceWith('withholding', 'official', 2025);
});

it('without a question it is a form, and with an issue it keeps what was typed', async () => {
  expect((await page({})).html).not.toContain('id="rates"');
  const { status, html } = await page({ ...couple, paie_1: '0' });
  expect(status).toBe(200);
  expect(html).toContain('value="48 000"');
  expect(text(html)).toContain('Une paie est supérieure à 0');
});
