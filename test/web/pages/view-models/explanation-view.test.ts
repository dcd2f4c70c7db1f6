import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../../../src/model/language.ts';
import { type Household, shortHousehold } from '../../../../src/tax/return/household.ts';
import { createTaxCalculator } from '../../../../src/tax/tax-calculator.ts';

import { explanationTexts } from '../../../../src/web/pages/texts/explanation-texts.ts';
import { compute } from '../../../../src/web/pages/view-models/computed.ts';
import { explanationView } from '../../../../src/web/pages/view-models/explanation-view.ts';
import { INCOME_YEARS, taxYears } from '../../../tax/fixtures.ts';
import { households } from '../../../tax/households.ts';

const official = createTaxCalculator({ method: 'official', years: taxYears() });
const legacy = createTaxCalculator({ method: 'legacy', years: taxYears() });

function explained(household: Household, incomeYear: number, language: Language = 'fr', tax = official) {
  const computed = compute({ household, incomeYear }, tax);
  if (!computed) throw new Error(`unknown year ${incomeYear}`);
  return { result: computed.result, ...explanationView(computed, { language, pageUrl: (path) => path }) };
}

type TitledStep = keyof ReturnType<typeof explanationTexts>['steps'];

/** The words of one step, with plain spaces. */
function words(household: Household, incomeYear: number, id: TitledStep, language: Language = 'fr'): string {
  const title = explanationTexts(language).steps[id];
  const step = explained(household, incomeYear, language).steps.find((each) => each.title === title);
  return (step?.lines.join(' ') ?? 'no such step').replace(/[\u00a0\u202f]/g, ' ');
}

const single = (salary: number, more: Partial<Household> = {}): Household => ({
  ...shortHousehold(false, 0, salary),
  ...more,
});
const pensioner = (pension: number): Household => single(0, { declarants: [{ salary: 0, pension }] });

describe('what each step says', () => {
  it.each<[string, Household, number, TitledStep, string]>([
    ['no income', single(0), 2025, 'incomes', 'Aucun revenu.'],
    ['a salary', single(20_000), 2025, 'incomes', 'Salaires de 20 000 €.'],
    ['the flat rate', single(20_000), 2025, 'wageAllowance', '10 % de 20 000 €, soit 2 000 €.'],
    [
      'the minimum',
      single(2000),
      2025,
      'wageAllowance',
      '10 % de 2 000 € feraient 200 €, moins que le minimum par personne : 509 €.',
    ],
    [
      'the maximum',
      single(200_000),
      2025,
      'wageAllowance',
      '10 % de 200 000 € feraient 20 000 €, plus que le maximum par personne : 14 555 €.',
    ],
    [
      'all of the income',
      single(300),
      2025,
      'wageAllowance',
      'Le minimum par personne est de 509 €, mais on ne déduit pas plus que le revenu : 300 €.',
    ],
    [
      'the ceiling of pensions',
      pensioner(60_000),
      2025,
      'pensionAllowance',
      '10 % de 60 000 €, soit 6 000 €. Le foyer ne déduit pas plus de 4 439 € en tout, au lieu de 6 000 €.',
    ],
    ['the taxable income', single(20_000), 2025, 'taxableIncome', '20 000 € − 2 000 € = 18 000 €'],
    ['one and a half shares, singular', single(1, { children: 1 }), 2025, 'quotient', '0 € ÷ 1,5 part = 0 €'],
    [
      'a widowed parent',
      single(90_000, { situation: 'widowed', children: 2 }),
      2025,
      'shares',
      'Une personne : 1 part. 2 enfants : 1 part. Veuf ou veuve avec enfants, comme un couple : 1 part de plus.',
    ],
    [
      'a cap that does not matter',
      single(30_000, { children: 1 }),
      2025,
      'familyQuotientCap',
      "Ici elles le baissent de 638 € : le plafond ne s'applique pas.",
    ],
    [
      'a cap that applies to a single parent',
      single(90_000, { children: 3, singleParent: true }),
      2025,
      'familyQuotientCap',
      '4 262 € pour la première part du parent isolé, 1 807 € par demi-part ensuite.',
    ],
    [
      'a cap of which the only child, in shared custody, gives a part',
      single(90_000, { sharedCustodyChildren: 1, singleParent: true }),
      2025,
      'familyQuotientCap',
      "baisser l'impôt de 2 131 € au plus : 4 262 € pour la première part du parent isolé, dont vous avez 0,5 part.",
    ],
    ['the décote', single(20_000), 2018, 'decote', '1 196 € − 75 % × 1 125 € = 352 €'],
    ['the whole décote', single(16_000), 2018, 'decote', "dépasse l'impôt, et l'efface"],
    ['no décote', single(50_000), 2025, 'decote', 'ne laisse rien'],
    [
      'the whole reduction',
      single(20_000),
      2018,
      'modestReduction',
      'inférieur à 18 985 € : 20 % de 773 €, soit 155 €',
    ],
    ['a part of it', single(22_000), 2018, 'modestReduction', 'entre 18 985 € et 21 037 €'],
    ['no reduction', single(30_000), 2018, 'modestReduction', 'atteint 21 037 €'],
    ['nothing to pay', single(10_000), 2025, 'collection', "Il n'y a pas d'impôt à payer."],
    ['too little to be collected', single(19_200), 2024, 'collection', "n'est pas réclamé"],
    ['a tax to pay', single(50_000), 2025, 'collection', "Un impôt d'au moins 61 € est à payer."],
    ['the contribution', single(400_000), 2025, 'cehr', "Elle s'ajoute à l'impôt"],
  ])('%s', (_, household, incomeYear, id, expected) => {
    expect(words(household, incomeYear, id)).toContain(expected);
  });

  it('names the declarants where there are two', () => {
    const couple: Household = {
      ...shortHousehold(true, 0, 0),
      declarants: [
        { salary: 20_000, pension: 0 },
        { salary: 0, pension: 9000 },
      ],
    };
    expect(words(couple, 2025, 'incomes')).toBe(
      'Déclarant 1 : salaires de 20 000 €. Déclarant 2 : pensions de 9 000 €.',
    );
    expect(words(couple, 2025, 'pensionAllowance', 'en')).toBe('Person 2: 10% of €9,000, that is €900.');
  });
});

it.each(INCOME_YEARS)('the shares of %i name the law of this household only', (incomeYear) => {
  const sourcesOf = (household: Household) =>
    explained(household, incomeYear)
      .steps.find(({ title }) => title === explanationTexts('fr').steps.shares)
      ?.sources.map(({ text }) => text);
  expect(sourcesOf(single(20_000))).toEqual(['CGI, art. 194, I']);
  expect(sourcesOf(single(20_000, { situation: 'widowed', children: 1 }))).toEqual([
    'CGI, art. 194, I',
    'CGI, art. 194, I (veuvage)',
  ]);
  expect(sourcesOf(single(20_000, { singleParent: true, children: 1 }))).toEqual([
    'CGI, art. 194, I',
    'CGI, art. 194, II (parent isolé)',
  ]);
});

it('a table adds up to the tax, with what rounding adds', () => {
  const { steps } = explained(shortHousehold(true, 2, 100_001), 2025);
  const table = steps.find(({ table }) => table !== null)?.table;
  expect(table?.rows.map(({ cells }) => cells.at(-1)?.replace(/[\u00a0\u202f]/g, ' '))).toEqual([
    '0 €',
    '5 933,07 €',
    '379,20 €',
  ]);
  expect([table?.rounding, table?.total].map((each) => each?.replace(/[\u00a0\u202f]/g, ' '))).toEqual([
    '−0,27 €',
    '6 312 €',
  ]);
});

it('every step that the law asks for names its texts', () => {
  const { steps } = explained(shortHousehold(true, 2, 900_000), 2018);
  const withoutLaw = steps.filter(({ hasSources }) => !hasSources).map(({ title }) => title);
  expect(withoutLaw).toEqual(['Revenus du foyer', 'Revenu imposable']);
});

it('whatever the household, the last step is the amount on the page', () => {
  fc.assert(
    fc.property(
      households,
      fc.constantFrom(...INCOME_YEARS),
      fc.constantFrom('fr' as const, 'en' as const),
      (household, incomeYear, language) => {
        const { steps, result } = explained(household, incomeYear, language);
        expect(Number(steps.at(-1)?.outcome.replace(/\D/g, ''))).toBe(result.amountDue);
        expect(JSON.stringify(steps)).not.toMatch(/\{\w+\}|undefined|NaN|no such/);
      },
    ),
    { numRuns: 500 },
  );
});

it('the method without intermediate amounts tells the ones that it has', () => {
  const { steps, introduction } = explained(shortHousehold(true, 2, 50_000), 2018, 'fr', legacy);
  expect(introduction).toContain("l'ancienne application");
  expect(steps.map(({ outcome }) => outcome.replace(/[\u00a0\u202f]/g, ' '))).toEqual([
    '2 115 €',
    '−384 €',
    '−347 €',
    '1 384 €',
  ]);
});

it('a year that has gone meanwhile leaves nothing to explain', () => {
  expect(compute({ household: single(1), incomeYear: 2017 }, official)).toBeNull();
});
