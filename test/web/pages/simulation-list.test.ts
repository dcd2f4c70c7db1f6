import { beforeAll, describe, expect, it } from 'vitest';
import { memorySessionStore } from '../../../src/database/sessions/memory-session-store.ts';
import { listQuery, readSimulationList } from '../../../src/web/pages/simulation-list.ts';
import { lifetime } from '../../database/support/session-store-suite.ts';
import { simulation } from './page-builders.ts';

const COUNT = 1_250;
const store = memorySessionStore(lifetime, Date.now);
let key: string;

/** The taxes of simulations 1, 2, 3 … are 0, 7, 14 … up to 999, then from below again. */
beforeAll(async () => {
  ({ key } = await store.create('id', { type: 'html', user: 'admin', csrfSecret: '', page: null }));
  const of = (index: number) =>
    simulation({
      result: {
        amountDue: (index * 7) % 1_000,
        surcharge: 0,
        decote: Number(index === COUNT - 1),
        reduction: 0,
        rate: 0,
      },
    });
  await store.addSimulations(
    key,
    Array.from({ length: COUNT }, (_, index) => of(index)),
  );
  await store.deleteSimulation(key, 3);
});

const read = (query: string) => readSimulationList(store, key, new URLSearchParams(query));
const ids = async (query: string) => (await read(query)).rows.map(({ id }) => id);

describe('a page of the list of simulations', () => {
  it('has a hundred rows in the order of their numbers', async () => {
    expect(await read('')).toMatchObject({ page: 1, pages: 13, total: COUNT - 1, compared: [] });
    expect(await ids('')).toHaveLength(100);
    expect((await ids('')).slice(0, 4)).toEqual([1, 2, 4, 5]);
    expect((await ids('page=2'))[0]).toBe(102);
    expect(await ids('page=13')).toHaveLength(COUNT - 1 - 12 * 100);
  });

  it('is one that there is', async () => {
    expect((await read('page=99')).page).toBe(13);
    for (const page of ['0', '-1', 'x', '1e3', '9'.repeat(400)])
      expect((await read(`page=${page}`)).page).toBe(1);
  });

  it('is sorted with all others', async () => {
    const dues = (await read('tri=impôt&page=13')).rows.map(({ result }) => result.amountDue);
    expect(dues).toEqual(dues.toSorted((one, other) => one - other));
    expect(dues.at(-1)).toBe(999);
    expect(await ids('tri=numéro&sens=décroissant&page=1')).toContain(COUNT);
  });

  it('compares simulations of any page, and none that is not there', async () => {
    const query = `page=2&comparer=${COUNT}&comparer=1&comparer=3&comparer=x&comparer=1&comparer=99999`;
    expect((await read(query)).compared.map(({ id }) => id)).toEqual([1, COUNT]);
  });

  it('knows the first simulation and the columns that say something, of all pages', async () => {
    const { first, filled } = await read('page=2&tri=impôt');
    expect(first?.id).toBe(1);
    expect([...filled]).toEqual(['décôte']);
  });

  it('is found again by its address, which says nothing else and is never empty', () => {
    const query = new URLSearchParams('tri=impôt&page=3&comparer=7&comparer=x&other=1');
    expect(String(listQuery(query))).toBe('tri=imp%C3%B4t&page=3&comparer=7');
    expect(String(listQuery(new URLSearchParams()))).toBe('page=1');
  });

  it('is empty in a session that has none, or is gone', async () => {
    expect(await readSimulationList(store, 'nobody', new URLSearchParams())).toMatchObject({
      rows: [],
      page: 1,
      pages: 1,
      total: 0,
    });
  });
});
