import { euros, toCents } from './cents.ts';
import type { Pay } from './question.ts';
import { asFraction, type Tenths, takenFrom } from './rate.ts';

/** What a rate withholds from a person's pay of one month. Euros, to the cent; the rate is a fraction. */
export interface PersonMonth {
  readonly declarant: 1 | 2;
  readonly rate: number;
  /** Net taxable pay, before the 10 % (CGI 204 F). */
  readonly monthlyPay: number;
  readonly withheld: number;
  readonly remaining: number;
}

/** A month of the household. Euros, to the cent. */
export interface PlanMonth {
  /** `2026-09` */
  readonly month: string;
  readonly withheld: number;
  readonly remaining: number;
  /** In this month and the months before. */
  readonly withheldSoFar: number;
}

/** The withholding from equal pays in twelve months. Euros, to the cent. */
export interface Plan {
  /** The declarants with pay. */
  readonly persons: readonly PersonMonth[];
  /** The months in which the own rates apply. */
  readonly months: readonly PlanMonth[];
  readonly withheldInYear: number;
  /**
   * In the following September: the tax of the return less what was withheld, assuming the same income; negative for a
   * refund.
   */
  readonly balance: number;
}

/** A person's pay and its rate. */
export interface RatedPay extends Pay {
  readonly rate: Tenths;
}

/** The basis of the rates. */
export interface Settled {
  /** The twelve months in which the own rates apply. */
  readonly months: readonly string[];
  /** The tax of the return in whole euros, with reductions and credits; negative for a refund. */
  readonly amountDue: number;
}

const MONTHS = 12;
/** September, counted from 0. */
const FIRST_MONTH = 8;

/** Rates from the income of a year apply from September of the next year to August of the one after (CGI 204 H, I). */
export function monthsOf(incomeYear: number): readonly string[] {
  return Array.from({ length: MONTHS }, (_, index) => {
    const month = FIRST_MONTH + index;
    const year = incomeYear + 1 + Math.floor(month / MONTHS);
    return `${year}-${String((month % MONTHS) + 1).padStart(2, '0')}`;
  });
}

export function planOf(people: readonly RatedPay[], { months, amountDue }: Settled): Plan {
  const withheld = people.reduce((sum, { cents, rate }) => sum + takenFrom(cents, rate), 0);
  const paid = people.reduce((sum, { cents }) => sum + cents, 0);
  const yearly = withheld * MONTHS;
  return {
    persons: people.map(personMonth),
    months: months.map((month, index) => ({
      month,
      withheld: euros(withheld),
      remaining: euros(paid - withheld),
      withheldSoFar: euros(withheld * (index + 1)),
    })),
    withheldInYear: euros(yearly),
    balance: euros(toCents(amountDue) - yearly),
  };
}

function personMonth({ declarant, cents, rate }: RatedPay): PersonMonth {
  const withheld = takenFrom(cents, rate);
  return {
    declarant,
    rate: asFraction(rate),
    monthlyPay: euros(cents),
    withheld: euros(withheld),
    remaining: euros(cents - withheld),
  };
}
