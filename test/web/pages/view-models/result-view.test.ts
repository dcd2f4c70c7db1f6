import { describe, expect, it } from 'vitest';
import type { Language } from '../../../../src/model/language.ts';
import { type Household, shortHousehold } from '../../../../src/tax/return/household.ts';
import { createTaxCalculator } from '../../../../src/tax/tax-calculator.ts';

import { compute } from '../../../../src/web/pages/view-models/computed.ts';
import { resultView } from '../../../../src/web/pages/view-models/result-view.ts';
import { variationsView } from '../../../../src/web/pages/view-models/variations-view.ts';
import { taxYears } from '../../../tax/fixtures.ts';
import { family } from '../fixtures.ts';
import { context } from '../page-builders.ts';

const tax = createTaxCalculator({ method: 'official', years: taxYears() });

function computed(household: Household, incomeYear = 2025) {
  const found = compute({ household, incomeYear }, tax);
  if (!found) throw new Error('unknown year');
  return found;
}

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a result', () => {
  const view = (household: Household, language: Language = 'fr', incomeYear = 2025) =>
    resultView(computed(household, incomeYear), context({ language }));
  const ledger = (household: Household) =>
    view(household).ledger.map(({ label, note, yearly, monthly }) => [
      label,
      note,
      plain(yearly),
      plain(monthly),
    ]);

  it('by month, and the part of the income that it is', () => {
    expect(view(shortHousehold(true, 2, 100_000)).facts.map(plain)).toEqual([
      '800 € par mois',
      '9,59 % de vos revenus',
    ]);
    expect(view(shortHousehold(false, 0, 0)).facts).toEqual([]);
  });

  it('what it leaves of the income, which it names', () => {
    expect(ledger(shortHousehold(true, 2, 100_000))).toEqual([
      ['Avant impôt', 'net imposable', '100 000 €', '8 333 €'],
      ['Impôt', '', '−9 594 €', '−800 €'],
      ['Après impôt', 'net imposable', '90 406 €', '7 534 €'],
    ]);
    expect(ledger(shortHousehold(false, 0, 0))[1]).toEqual(['Impôt', '', '0 €', '0 €']);
    expect(ledger(family)[0]?.[1]).toBe('revenus du foyer');
  });

  it('what the state pays is no tax', () => {
    const { label, amountDue, facts } = view({ ...shortHousehold(false, 0, 9_000), boxes: { '7DB': 2_000 } });
    expect([label, amountDue.raw, plain(amountDue.text), facts]).toEqual([
      'Vous sera remboursé',
      '-1000',
      '1 000 €',
      [],
    ]);
  });

  it('has the rates that are taken from the pay beside it, where there are some', () => {
    const rates = (household: Household, incomeYear?: number) =>
      view(household, 'fr', incomeYear).withholding?.rows.map(({ value }) => plain(value)) ?? null;
    expect(rates(shortHousehold(false, 0, 40_000))).toEqual(['9,8 %']);
    expect(rates(family)).toEqual(['6 %', '8,6 % · 0,8 %']);
    expect(rates(family, 2018)).toBeNull();
  });

  it('of a micro-business is measured against what its allowance leaves', () => {
    const trader: Household = { ...shortHousehold(false, 0, 0), boxes: { '5HQ': 60_000 } };
    expect(view(trader).facts.map(plain)).toEqual(['415 € par mois', '12,59 % de vos revenus']);
    expect(ledger(trader).at(-1)?.[2]).toBe('34 616 €');
  });

  it.each([
    ['one that the décote lowers', 22_000, true],
    ['none that the décote leaves', 16_000, false],
    ['one above the décote', 40_000, false],
  ])('tells what the next euro costs where it is more: %s', (_, salary, isMore) => {
    const { meaning } = view(shortHousehold(false, 0, salary)).parts.at(-1) ?? {};
    expect(plain(meaning ?? '').includes('Tant que la décote diminue')).toBe(isMore);
    if (isMore) expect(plain(meaning ?? '')).toContain('15,98 %');
  });

  it.each<[Household, Language, string]>([
    [shortHousehold(false, 0, 1000), 'fr', 'Personne seule, 1 000 € de revenus en 2025'],
    [
      family,
      'fr',
      'Couple marié ou pacsé, 2 enfants, 1 enfant en garde alternée, 91 500 € de revenus en 2025',
    ],
    [
      { ...shortHousehold(false, 1, 9), singleParent: true },
      'en',
      'Single person, single parent (box T), 1 child, €9 of income in 2025',
    ],
  ])('says whose it is', (household, language, summary) => {
    expect(plain(view(household, language).summary)).toBe(summary);
  });

  it('warns of more children in school than there are', () => {
    const boxes = { '7EA': 2 };
    expect(view({ ...shortHousehold(false, 1, 40_000), boxes }).warnings).toEqual([
      expect.stringContaining('7EA'),
    ]);
  });

  it('says of which bracket its rate is', () => {
    const help = (household: Household) => view(household).parts.at(-1)?.meaning;
    expect(help(shortHousehold(true, 2, 50_000))).toContain('la plus haute atteinte par votre revenu');
    expect(help(shortHousehold(true, 2, 100_000))).toContain('avec les seules parts des adultes');
  });

  it('names the contribution of high incomes only where there is one', () => {
    const labels = (salary: number) => view(shortHousehold(false, 0, salary)).parts.map(({ label }) => label);
    expect(labels(50_000)).toHaveLength(4);
    expect(labels(400_000)).toContain('Contribution sur les hauts revenus');
  });
});

describe('what would change it', () => {
  const card = (household: Household, name: string) => {
    const found = variationsView(computed(household), context()).cards.find(
      (each) => plain(each.name) === name,
    );
    return (
      found && {
        ...found,
        change: plain(found.change),
        outcome: plain(found.outcome),
        help: plain(found.help),
      }
    );
  };

  it('the price of a thousand euros more, and what is left of them', () => {
    expect(card(shortHousehold(false, 0, 40_000), '1 000 € de revenus en plus')).toMatchObject({
      change: '+270 €',
      isMore: true,
      outcome: 'Votre impôt passerait à 4 174 €.',
      help: 'Il vous en resterait 730 € après impôt.',
    });
  });

  it('what it saves, and what it does not change', () => {
    expect(card(shortHousehold(false, 0, 40_000), 'Un enfant de plus')).toMatchObject({ isLess: true });
    expect(card(shortHousehold(false, 0, 0), 'Un enfant de plus')).toMatchObject({
      change: '0 €',
      isMore: false,
      isLess: false,
      outcome: 'Votre impôt ne changerait pas.',
    });
  });
});
