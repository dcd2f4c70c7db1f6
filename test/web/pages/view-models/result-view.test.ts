import { describe, expect, it } from 'vitest';
import type { Language } from '../../../../src/model/language.ts';
import { type Household, shortHousehold } from '../../../../src/tax/return/household.ts';
import { createTaxCalculator } from '../../../../src/tax/tax-calculator.ts';

import { compute } from '../../../../src/web/pages/view-models/computed.ts';
import { resultView } from '../../../../src/web/pages/view-models/result-view.ts';
import { variationsView } from '../../../../src/web/pages/view-models/variations-view.ts';
import { taxYears } from '../../../tax/fixtures.ts';
import { family } from '../fixtures.ts';

const tax = createTaxCalculator({ method: 'official', years: taxYears() });

function computed(household: Household) {
  const found = compute({ household, incomeYear: 2025 }, tax);
  if (!found) throw new Error('unknown year');
  return found;
}

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a result', () => {
  const facts = (household: Household, language: Language = 'fr') =>
    resultView(computed(household), language).facts.map(({ value, help }) => [plain(value), plain(help)]);

  it('by month, what is left, and the average rate', () => {
    expect(facts(shortHousehold(true, 2, 100_000))).toEqual([
      ['800 €', "l'impôt en douze fois"],
      ['90 406 €', "par an après l'impôt, soit 7 534 € par mois"],
      ['9,59 %', 'de vos revenus part en impôt'],
      ['30 %', 'de chaque euro imposable de plus'],
    ]);
  });

  it('of no income has no average rate', () => {
    expect(facts(shortHousehold(false, 0, 0)).at(2)?.[0]).toBe('–');
  });

  it('of a micro-business is measured against what its allowance leaves', () => {
    const trader: Household = { ...shortHousehold(false, 0, 0), boxes: { '5HQ': 60_000 } };
    expect(facts(trader).map(([value]) => value)).toEqual(['415 €', '34 616 €', '12,59 %', '30 %']);
  });

  it.each([
    ['one that the décote lowers', 22_000, 'de chaque euro imposable de plus, et même 15,98 % tant'],
    ['none that the décote leaves', 16_000, 'de chaque euro imposable de plus'],
    ['one above the décote', 40_000, 'de chaque euro imposable de plus'],
  ])('tells what the next euro costs: %s', (_, salary, help) => {
    expect(facts(shortHousehold(false, 0, salary)).at(-1)?.[1]).toContain(help);
  });

  it.each<[Household, Language, string]>([
    [shortHousehold(false, 0, 1000), 'fr', 'Personne seule, 1 000 € de revenus de 2025'],
    [
      family,
      'fr',
      'Couple marié ou pacsé, 2 enfants, 1 enfant en garde alternée, 91 500 € de revenus de 2025',
    ],
    [
      { ...shortHousehold(false, 1, 9), singleParent: true },
      'en',
      'Single person, single parent (box T), 1 child, €9 of income of 2025',
    ],
  ])('says whose it is', (household, language, summary) => {
    expect(plain(resultView(computed(household), language).summary)).toBe(summary);
  });

  it('warns of more children in school than there are', () => {
    const boxes = { '7EA': 2 };
    expect(resultView(computed({ ...shortHousehold(false, 1, 40_000), boxes }), 'fr').warnings).toEqual([
      expect.stringContaining('7EA'),
    ]);
  });

  it('says of which bracket its rate is', () => {
    const help = (household: Household) => resultView(computed(household), 'fr').rateHelp;
    expect(help(shortHousehold(true, 2, 50_000))).toContain('la plus haute atteinte par votre revenu');
    expect(help(shortHousehold(true, 2, 100_000))).toContain('avec les seules parts des adultes');
  });

  it('names the contribution of high incomes only where there is one', () => {
    const labels = (salary: number) =>
      resultView(computed(shortHousehold(false, 0, salary)), 'fr').parts.map(({ label }) => label);
    expect(labels(50_000)).toHaveLength(3);
    expect(labels(400_000)).toContain('Contribution sur les hauts revenus\u00a0:');
  });
});

describe('what would change it', () => {
  const card = (household: Household, name: string) => {
    const found = variationsView(computed(household), 'fr').cards.find((each) => plain(each.name) === name);
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
