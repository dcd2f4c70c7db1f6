import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Household, shortHousehold } from '../../../../src/tax/return/household.ts';
import { createTaxCalculator } from '../../../../src/tax/tax-calculator.ts';
import { monthsOf, planOf } from '../../../../src/tax/withholding/plan.ts';
import { bracketsPicture } from '../../../../src/web/pages/pictures/brackets-picture.ts';
import { growthPicture } from '../../../../src/web/pages/pictures/growth-picture.ts';
import { monthsPicture } from '../../../../src/web/pages/pictures/months-picture.ts';
import { roundUp, WIDTH } from '../../../../src/web/pages/pictures/picture.ts';
import { yearsPicture } from '../../../../src/web/pages/pictures/years-picture.ts';
import { compute } from '../../../../src/web/pages/view-models/computed.ts';
import { INCOME_YEARS, taxYears } from '../../../tax/fixtures.ts';
import { households } from '../../../tax/households.ts';

const official = createTaxCalculator({ method: 'official', years: taxYears() });
const legacy = createTaxCalculator({ method: 'legacy', years: taxYears() });

function computed(household: Household, incomeYear = 2025, tax = official) {
  const found = compute({ household, incomeYear }, tax);
  if (!found) throw new Error(`unknown year ${incomeYear}`);
  return found;
}

/** The coordinates of a path. */
function numbers(path: string): number[] {
  return (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
}

describe('what is withheld in twelve months', () => {
  const months = (cents: number, rate: number, amountDue: number) => {
    const pays = [{ declarant: 1 as const, cents, rate }];
    return monthsPicture(planOf(pays, { months: monthsOf(2025), amountDue }), amountDue, 'Taux', 'fr');
  };

  it('grows by the same every month, up to the tax of the year', () => {
    const { bars, due, height } = months(250_000, 100, 3_000);
    expect(bars.map(({ letter }) => letter).join('')).toBe('SONDJFMAMJJA');
    expect(new Set(bars.map(({ nowHeight }) => Math.round(nowHeight))).size).toBe(1);
    expect(bars[0]?.beforeHeight).toBe(0);
    for (const [index, { nowY, nowHeight, beforeY, x, width }] of bars.entries()) {
      expect(nowY + nowHeight).toBeCloseTo(beforeY, 5);
      if (index > 0) expect(beforeY).toBe(bars[index - 1]?.nowY);
      expect(x + width).toBeLessThanOrEqual(WIDTH);
      expect(beforeY).toBeLessThan(height);
    }
    expect(due?.y).toBe(bars.at(-1)?.nowY);
  });

  it('has no line of a tax that is refunded, and says so where nothing is withheld', () => {
    expect(months(250_000, 100, -500).due).toBeNull();
    expect(months(250_000, 0, 0)).toMatchObject({ isDrawn: false, due: null });
    expect(months(250_000, 0, 0).description).toMatch(/De septembre 2026 à août 2027, 0\s€ sont prélevés/);
  });

  it('tells its figures in a table', () => {
    const { table } = months(250_000, 100, 3_000);
    expect(table.rows).toHaveLength(12);
    expect(table.rows.at(-1)?.cells.map((cell) => cell.replace(/\s/g, ' '))).toEqual([
      '250 €',
      '2 250 €',
      '3 000 €',
    ]);
  });
});

describe('how the income fills the brackets', () => {
  it('full ones, the last one in part, the others empty', () => {
    const picture = bracketsPicture(computed(shortHousehold(true, 2, 100_000)), 'fr');
    expect(picture?.rows.map(({ filledWidth, trackWidth }) => filledWidth / trackWidth)).toEqual([
      1,
      1,
      expect.closeTo(1263 / (3 * (84_577 - 29_579)), 3),
      0,
      0,
    ]);
    expect(picture?.rows.map(({ level }) => level)).toEqual([0, 1, 2, 3, 4]);
    expect(picture?.description).toContain('3 tranches sur 5');
  });

  it('limits and amounts are both of the household', () => {
    const {
      rows = [],
      note,
      table,
    } = bracketsPicture(computed(shortHousehold(true, 2, 100_000)), 'fr') ?? {};
    expect(rows[1]?.range.replace(/[\u00a0\u202f]/g, ' ')).toBe('de 34 800 € à 88 737 €');
    expect(note).toContain('3 parts');
    expect(table?.rows[1]?.name).toBe(rows[1]?.range);
    expect(bracketsPicture(computed(shortHousehold(false, 0, 50_000)), 'fr')?.note).toBeNull();
  });

  it('the lowest is at the bottom', () => {
    const tops = bracketsPicture(computed(shortHousehold(false, 0, 50_000)), 'fr')?.rows.map(
      ({ trackY }) => trackY,
    );
    expect(tops).toEqual(tops?.toSorted((a, b) => b - a));
  });

  it('none where nothing is taxed, and none for the method without a scale', () => {
    expect(bracketsPicture(computed(shortHousehold(false, 0, 0)), 'fr')).toBeNull();
    expect(bracketsPicture(computed(shortHousehold(false, 0, 50_000), 2018, legacy), 'fr')).toBeNull();
  });
});

describe('tax and net income as the salary grows', () => {
  it('"you are here" stands at the salary', () => {
    const { here, vertical, table } = growthPicture(computed(shortHousehold(false, 0, 50_000)), 'en');
    const [from, to] = [vertical[0]?.x ?? 0, vertical.at(-1)?.x ?? 0];
    expect((here.x - from) / (to - from)).toBeCloseTo(0.5, 2);
    expect(here.label).toBe('You: €50,000');
    expect(here.incomeY).toBeLessThan(here.netY);
    expect(table.rows).toHaveLength(9);
  });

  it('the label stays inside the picture', () => {
    const at = (salary: number) =>
      growthPicture(computed(shortHousehold(false, 0, salary)), 'fr').here.anchor;
    expect([at(10_000), at(39_000)]).toEqual(['start', 'start']);
    expect(at(62_000)).toBe('end');
    expect(at(1_000_000_000)).toBe('end');
  });

  it('it is the pension that grows for a pensioner', () => {
    const household: Household = {
      ...shortHousehold(false, 0, 0),
      declarants: [{ salary: 0, pension: 20_000 }],
    };
    expect(growthPicture(computed(household), 'fr').title).toBe('Votre impôt quand votre pension augmente');
  });

  it('it says whose salary moves where there are two', () => {
    const household: Household = {
      ...shortHousehold(true, 0, 0),
      declarants: [
        { salary: 20_000, pension: 0 },
        { salary: 30_000, pension: 0 },
      ],
    };
    const { title, here, table } = growthPicture(computed(household), 'en');
    expect(title).toBe("Your tax as the first person's salary grows");
    expect([here.label, table.columns[0]]).toEqual(['First person: €20,000', 'Salary of the first person']);
  });
});

describe('the household year by year', () => {
  it('a bar for each year, as high as its tax', () => {
    const picture = yearsPicture(computed(shortHousehold(false, 0, 50_000), 2020), 'fr');
    expect(picture?.bars.map(({ year }) => year)).toEqual([...INCOME_YEARS]);
    expect(picture?.bars.filter(({ isChosen }) => isChosen).map(({ year }) => year)).toEqual([2020]);
    const heights = picture?.bars.map(({ height }) => height) ?? [];
    expect(Math.max(...heights)).toBe(heights[0]);
    expect(picture?.description).toContain('Le moins en 2025, le plus en 2018');
  });

  it('says so where there is no tax in any year', () => {
    expect(yearsPicture(computed(shortHousehold(true, 2, 0)), 'fr')).toMatchObject({ isUntaxed: true });
  });

  it('none with a single year', () => {
    expect(yearsPicture(computed(shortHousehold(false, 0, 50_000), 2018, legacy), 'fr')).toBeNull();
  });
});

it('whatever the household, everything is drawn inside the picture', () => {
  fc.assert(
    fc.property(households, fc.constantFrom(...INCOME_YEARS), (household, incomeYear) => {
      const base = computed(household, incomeYear);
      const { netArea, taxArea, netLine, height, here, horizontal, vertical } = growthPicture(base, 'fr');
      const inside = (value: number, most: number) => value >= 0 && value <= most;
      expect([netArea, taxArea, netLine].flatMap(numbers)).toSatisfy((all: number[]) =>
        all.every((value) => inside(value, WIDTH)),
      );
      expect(inside(here.netY, height) && inside(here.x, WIDTH)).toBe(true);
      expect(Math.max(horizontal.length, vertical.length)).toBeLessThanOrEqual(6);
      for (const { filledWidth, trackWidth } of bracketsPicture(base, 'fr')?.rows ?? [])
        expect(inside(filledWidth, trackWidth)).toBe(true);
      for (const { y, height: bar } of yearsPicture(base, 'fr')?.bars ?? [])
        expect(inside(y, 280) && inside(bar, 280)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

it.each([
  [1, 1],
  [61_000, 100_000],
  [97_600, 100_000],
  [20_001, 25_000],
  [25_000, 25_000],
  [2_500_001, 5_000_000],
])('%i rounds up to %i', (value, round) => expect(roundUp(value)).toBe(round));
