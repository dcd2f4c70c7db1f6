import { describe, expect, it } from 'vitest';
import { peopleNumbersIn } from '../../../../src/web/contract/inputs/number-reader.ts';
import { sharedCalculation } from '../../../../src/web/contract/inputs/shared-link-input.ts';
import { sharedPath } from '../../../../src/web/pages/shared-link.ts';
import { calculated, family, wholeReturn } from '../../pages/fixtures.ts';
import { context } from '../../pages/page-builders.ts';

const { tax } = context();

function open(query: string) {
  if (!tax) throw new Error('no calculator');
  const reading = { tax, defaultIncomeYear: 2025, read: peopleNumbersIn('fr') };
  return sharedCalculation(new URLSearchParams(query), reading);
}

const ids = (errors: readonly { readonly id: string }[]) => errors.map(({ id }) => id);

describe('the link of a calculation', () => {
  it.each([
    ['short', calculated.household],
    ['detailed', family],
    ['whole', wholeReturn],
  ])('holds a household: %s', async (_kind, household) => {
    const path = sharedPath(household, 2024);
    expect(path).toMatch(/^\/partage\?situation=.*&ann%C3%A9e=2024$/);
    const page = await open(path.split('?')[1] ?? '');
    expect(page).toMatchObject({ errors: [], calculated: { household, incomeYear: 2024 } });
    expect(page.form.incomeYear).toBe('2024');
    expect(page.link).toEqual({ leftOut: [] });
  });

  it('may be edited by hand, as people write numbers', async () => {
    const page = await open('situation=marié&enfants=2&salaire_1=55 555,50 €&année=2018');
    expect(page.calculated?.household.declarants[0].salary).toBe(55_555);
    const wrong = await open('situation=mairé&salaire_1=beaucoup&année=2018');
    expect(ids(wrong.errors)).toEqual(['invalidSituation', 'invalidNumber']);
    expect(wrong.form).toMatchObject({ salary: 'beaucoup', details: { situation: 'mairé' } });
  });

  it('says what a server of other years or boxes does not know, and fills in the rest', async () => {
    const page = await open('situation=veuf&salaire_1=30000&9XX=5&année=2031');
    expect(ids(page.errors)).toEqual(['linkBoxUnknown', 'linkYearUnknown']);
    expect(page.calculated).toBeNull();
    expect(page.form).toMatchObject({ salary: '30000', details: { situation: 'veuf' } });
  });

  it('is not calculated when its end is missing', async () => {
    expect(ids((await open('situation=veuf&salaire_1=3')).errors)).toEqual(['linkCutOff']);
    expect(ids((await open('')).errors)).toEqual(['linkEmpty']);
  });

  it('leaves out what messengers add, and says so', async () => {
    const page = await open(
      'situation=veuf&salaire_1=30000&année=2018&fbclid=x&utm_source=y&situation=marié',
    );
    expect(page.calculated?.household.situation).toBe('widowed');
    expect(page.link).toEqual({ leftOut: ['fbclid', 'utm_source'] });
  });
});
