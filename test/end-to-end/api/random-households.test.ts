import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Household } from '../../../src/tax/return/household.ts';
import { householdSchema } from '../../../src/tax/return/household-schema.ts';
import { createTaxCalculator } from '../../../src/tax/tax-calculator.ts';
import { SHIPPED_YEARS } from '../../../src/tax/years/shipped-years.ts';
import type { TaxYearDocument } from '../../../src/tax/years/tax-year-document.ts';
import { http } from '../support/http-client.ts';
import { ADMIN, startServer } from '../support/tax-server.ts';
import { api_tokens, bearer, JSON_TYPE } from './api-callers.ts';

const amount = fc.integer({ min: 0, max: 1_000_000 });
const declarant = fc.record({ salary: amount, pension: amount });
const households = fc
  .record({
    situation: fc.constantFrom('single', 'couple', 'widowed'),
    singleParent: fc.boolean(),
    children: fc.nat(6),
    sharedCustodyChildren: fc.nat(6),
    declarants: fc.array(declarant, { minLength: 1, maxLength: 2 }),
  })
  .filter((household) => householdSchema.safeParse(household).success)
  .map((household) => household as unknown as Household);

describe('random households', () => {
  it('cost what the calculator says, by either method', async () => {
    const server = await startServer({ config: { users: [ADMIN], api_tokens } });
    try {
      await fc.assert(
        fc.asyncProperty(households, fc.constantFrom('official', 'legacy'), async (household, method) => {
          const calculator = createTaxCalculator({
            method,
            years: SHIPPED_YEARS as readonly TaxYearDocument[],
          });
          const { situation, ...rest } = household;
          const reply = await http(`${server.origin}/do/api/v1/calculations`, {
            method: 'POST',
            headers: { ...JSON_TYPE, ...bearer },
            body: JSON.stringify({
              household: { status: situation, ...rest },
              incomeYear: calculator.latestYear,
              method,
            }),
          });
          expect(JSON.parse(reply.body)).toMatchObject({
            amountDue: calculator.calculate(household, calculator.latestYear).amountDue,
          });
        }),
        { numRuns: 200 },
      );
    } finally {
      await server.stop();
    }
  });
});
