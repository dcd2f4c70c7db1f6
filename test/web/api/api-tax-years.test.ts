import { describe, expect, it } from 'vitest';
import { INCOME_YEARS, taxYear } from '../../tax/fixtures.ts';
import { ask } from '../support/inject.ts';
import { apiWith } from '../support/serve-api.ts';

const application = apiWith({});
const get = (path: string, headers: Record<string, string> = {}) =>
  ask(application, {
    path: `/do/api/v1${path}`,
    headers: { host: 'localhost', authorization: 'Bearer x', ...headers },
  });

describe('the income years', () => {
  it('are listed with what a calculation gets that names none', async () => {
    const { status, text } = await get('/tax-years');
    const { defaultIncomeYear, defaultMethod, taxYears } = JSON.parse(text);
    expect([status, defaultIncomeYear, defaultMethod]).toEqual([200, 2025, 'official']);
    expect(taxYears.map(({ incomeYear }: { incomeYear: number }) => incomeYear)).toEqual(INCOME_YEARS);
  });

  it('name the methods that have values for them', async () => {
    const { taxYears } = JSON.parse((await get('/tax-years')).text);
    const [first, second] = taxYears as { methods: string[] }[];
    expect([first?.methods, second?.methods]).toEqual([['official', 'legacy'], ['official']]);
  });

  it('are told one by one, value by value, with their sources', async () => {
    const { status, text } = await get('/tax-years/2021');
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({ ...JSON.parse(JSON.stringify(taxYear(2021))), methods: ['official'] });
  });

  it.each(['2017', 'x', '02021', '2021.0'])('are no other than those there are: %s', async (year) => {
    const { status, text } = await get(`/tax-years/${year}`);
    expect(status).toBe(404);
    expect(JSON.parse(text)).toMatchObject({
      type: '/do/api/v1/docs#not-found',
      detail: `There are no values for the income year ${year}.`,
      errors: [{ allowed: INCOME_YEARS.join(', ') }],
    });
  });

  it('are not sent again to who has them', async () => {
    const { headers } = await get('/tax-years/2021');
    expect(headers.get('cache-control')).toBe('private, no-cache');
    const etag = headers.get('etag') ?? '';
    const again = await get('/tax-years/2021', { 'if-none-match': etag });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await get('/tax-years/2020', { 'if-none-match': etag })).status).toBe(200);
  });
});
