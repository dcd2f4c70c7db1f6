import { euros, toCents } from './cents.ts';
import type { Pay } from './question.ts';
import { asFraction, type Tenths, takenFrom } from './rate.ts';

/** What a rate takes from a person's pay of one month. Euros, to the cent; the rate is a fraction. */
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
  /** Of this month and those before it. */
  readonly withheldSoFar: number;
}

/** What rates take of equal pays in twelve months. Euros, to the cent. */
export interface Plan {
  /** The declarants with pay. */
  readonly persons: readonly PersonMonth[];
  /** Those in which the own rates apply. */
  readonly months: readonly PlanMonth[];
  readonly withheldInYear: number;
  /** Of the next September: the return's tax less what was withheld, were the year's incomes the same; negative: refunded. */
  readonly balance: number;
}

/** Somebody's pay, and the rate of it. */
export interface RatedPay extends Pay {
  readonly rate: Tenths;
}

/** What the rates come from. */
export interface Settled {
  /** The twelve in which the own rates apply. */
  readonly months: readonly string[];
  /** The tax of the return in whole euros, reductions and credits included; negative: refunded. */
  readonly amountDue: number;
}

const MONTHS = 12;
/** September, counted from 0. */
const FIRST_MONTH = 8;

/** Rates from the incomes of a year apply from September of the next one to August after that (CGI 204 H, I). */
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
