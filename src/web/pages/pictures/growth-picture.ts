import type { Language } from '../../../model/language.ts';
import { movingIncome, withIncome } from '../../../tax/explanation/untaxed-income.ts';
import { MAX_INCOME } from '../../../tax/return/bounds.ts';
import { type Declarant, type Household, incomeOf } from '../../../tax/return/household.ts';

import { compactEuros, euros, rate } from '../format.ts';
import { fill } from '../texts/page-texts.ts';
import { type GrowthTexts, pictureTexts } from '../texts/pictures-texts.ts';
import type { Computed } from '../view-models/computed.ts';
import { coordinate, type PictureTable, roundUp } from './picture.ts';

const PLOT = { left: 86, right: 536, top: 34, bottom: 264 };
const HEIGHT = 300;
/** Enough to show the bends of the scale. */
const POINTS = 60;
const TICKS = 4;
const TABLE_ROWS = 8;
/** The picture shows at least this range. */
const LEAST_SPAN = 40_000;
/** From here on the label of the visitor's place is on the left, where it has more room. */
const LABEL_TURNS = 0.5;

interface Point {
  /** The first declarant's salary or pension. */
  readonly income: number;
  readonly tax: number;
  /** What the whole household keeps. */
  readonly net: number;
}

/** From figures to coordinates. */
interface Scales {
  readonly most: number;
  readonly highest: number;
  readonly x: (income: number) => number;
  readonly y: (amount: number) => number;
}

/** Tax and remaining income, from 0 to about twice the first declarant's income. */
export function growthPicture(computed: Computed, language: Language) {
  const [first] = computed.household.declarants;
  const kind = movingIncome(computed.household);
  const here = pointAt(computed, kind, first[kind]);
  const most = Math.min(MAX_INCOME, roundUp(Math.max(LEAST_SPAN, 1.6 * first[kind])));
  const points = spread(POINTS, most).map((income) => pointAt(computed, kind, income));
  const scales = scalesOf(points, most);
  const { net, tax } = pictureTexts(language).growth;
  const words = wordsFor(computed.household, language);
  return {
    ...describe(computed, kind, { here, most, words }, language),
    legend: { net, tax },
    height: HEIGHT,
    ...areas(points, scales),
    ...axes(scales, language),
    here: placeOf(here, scales, words, language),
  };
}

function scalesOf(points: readonly Point[], most: number): Scales {
  const highest = Math.max(1, ...points.map(({ tax, net }) => tax + net));
  return {
    most,
    highest,
    x: (income) => coordinate(PLOT.left + ((PLOT.right - PLOT.left) * income) / most),
    y: (amount) => coordinate(PLOT.bottom - ((PLOT.bottom - PLOT.top) * amount) / highest),
  };
}

/** The remaining income, and the tax on top of it, as paths. */
function areas(points: readonly Point[], { x, y }: Scales) {
  const edge = (amount: (point: Point) => number) =>
    points.map((point) => `${x(point.income)} ${y(amount(point))}`);
  const netEdge = edge(({ net }) => net);
  const incomeEdge = edge(({ net, tax }) => net + tax);
  const floor = `${PLOT.right} ${PLOT.bottom} ${PLOT.left} ${PLOT.bottom}`;
  return {
    netArea: `M${netEdge.join('L')}L${floor}Z`,
    taxArea: `M${incomeEdge.join('L')}L${netEdge.toReversed().join('L')}Z`,
    netLine: `M${netEdge.join('L')}`,
  };
}

function axes({ most, highest, x, y }: Scales, language: Language) {
  return {
    horizontal: ticks(roundUp(highest / TICKS), highest).map((amount) => ({
      y: y(amount),
      textY: y(amount) + 5,
      left: PLOT.left,
      right: PLOT.right,
      textX: PLOT.left - 8,
      label: compactEuros(amount, language),
    })),
    vertical: ticks(roundUp(most / TICKS), most).map((income) => ({
      x: x(income),
      y: PLOT.bottom + 24,
      // The last label would leave the picture.
      anchor: income > 0.9 * most ? 'end' : 'middle',
      label: compactEuros(income, language),
    })),
  };
}

/** "You are here". */
function placeOf(
  { income, tax, net }: Point,
  { most, x, y }: Scales,
  words: GrowthTexts,
  language: Language,
) {
  const isTurned = income / most > LABEL_TURNS;
  return {
    label: fill(words.here, { amount: euros(income, language) }),
    x: x(income),
    top: PLOT.top - 10,
    bottom: PLOT.bottom,
    netY: y(net),
    incomeY: y(net + tax),
    textX: x(income) + (isTurned ? -6 : 6),
    anchor: isTurned ? 'end' : 'start',
    textY: PLOT.top - 12,
  };
}

function pointAt({ household, year, tax }: Computed, kind: keyof Declarant, income: number): Point {
  const changed = withIncome(household, kind, income);
  const { amountDue } = tax.calculate(changed, year.incomeYear);
  return { income, tax: amountDue, net: incomeOf(changed) - amountDue };
}

/** `count` steps from 0 to `most`, in whole euros. */
function spread(count: number, most: number): number[] {
  return Array.from({ length: count + 1 }, (_, step) => Math.round((most * step) / count));
}

function ticks(step: number, most: number): number[] {
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}

/** For a couple the words tell whose income changes. */
function wordsFor({ declarants }: Household, language: Language): GrowthTexts {
  const { own, first } = pictureTexts(language).growth;
  return declarants.length > 1 ? first : own;
}

function describe(
  computed: Computed,
  kind: keyof Declarant,
  { here, most, words }: { here: Point; most: number; words: GrowthTexts },
  language: Language,
): { title: string; description: string; table: PictureTable } {
  const rows = spread(TABLE_ROWS, most).map((income) => pointAt(computed, kind, income));
  return {
    title: words.titles[kind],
    description: fill(words.description, {
      most: euros(most, language),
      here: euros(here.income, language),
      tax: euros(here.tax, language),
    }),
    table: {
      columns: [words.columns[kind], ...pictureTexts(language).growth.columns],
      rows: rows.map(({ income, tax, net }) => ({
        name: euros(income, language),
        cells: [
          euros(tax, language),
          euros(net, language),
          rate(tax + net > 0 ? tax / (tax + net) : 0, language),
        ],
      })),
    },
  };
}
