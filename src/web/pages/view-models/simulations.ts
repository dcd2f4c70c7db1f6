import type { NumberedSimulation } from '../../ports.ts';
import { wholeNumber } from '../format.ts';
import type { PageContext } from '../page.ts';
import { fill, type Texts } from '../texts/texts.ts';

/** The table of the session's simulations. */
export function simulationsView(context: PageContext, texts: Texts) {
  const { simulations, defaultIncomeYear } = context;
  return {
    heading: simulations.length > 0 ? texts.simulationsList : texts.simulationsEmpty,
    hasSimulations: simulations.length > 0,
    // The contract's table has no year: it is shown only where it tells lines apart.
    showsYears: simulations.some(({ incomeYear }) => incomeYear !== defaultIncomeYear),
    simulations: simulations.map((simulation) => rowView(simulation, context, texts)),
  };
}

function rowView(
  { id, household, incomeYear, result }: NumberedSimulation,
  { language, actionUrl }: PageContext,
  texts: Texts,
) {
  const salary = household.declarants.reduce((sum, declarant) => sum + declarant.salary, 0);
  return {
    id,
    married: household.situation === 'couple' ? texts.isMarried : texts.isNotMarried,
    children: household.children + household.sharedCustodyChildren,
    salary: wholeNumber(salary, language),
    amountDue: wholeNumber(result.amountDue, language),
    surcharge: wholeNumber(result.surcharge, language),
    decote: wholeNumber(result.decote, language),
    reduction: wholeNumber(result.reduction, language),
    rate: String(result.rate),
    incomeYear,
    openUrl: actionUrl(`/ouvrir-simulation/${id}`),
    openLabel: fill(texts.openOne, { id }),
    deleteUrl: actionUrl(`/supprimer-simulation/${id}`),
    deleteLabel: fill(texts.deleteOne, { id }),
  };
}
