import type { NumberedSimulation } from '../../../model/sessions.ts';
import type { OfficialResult } from '../../../tax/official/official-result.ts';
import { isEveryday } from '../../../tax/return/household-boxes.ts';
import type { TaxResult } from '../../../tax/tax-result.ts';
import { situationNames } from '../../pages/field-names.ts';
import { type SimulationObject, simulationObject } from './simulation-object.ts';

/** A simulation object (contract §1.3) with the rest of its household, in the contract's style. */
export interface DetailedSimulationObject extends SimulationObject {
  readonly situation: string;
  readonly parent_isolé: 'oui' | 'non';
  /** `enfants` includes these. */
  readonly enfants_garde_alternée: number;
  readonly salaire_1: number;
  readonly pension_1: number;
  readonly salaire_2: number;
  readonly pension_2: number;
  readonly année: number;
}

/** @param result more amounts of the household's calculation, when it is of the whole return */
export function detailedSimulationObject(
  simulation: NumberedSimulation,
  result: TaxResult | OfficialResult = simulation.result,
): DetailedSimulationObject {
  const { household, incomeYear } = simulation;
  const [first, second] = household.declarants;
  return {
    ...simulationObject(simulation),
    situation: situationNames[household.situation],
    parent_isolé: household.singleParent ? 'oui' : 'non',
    enfants_garde_alternée: household.sharedCustodyChildren,
    salaire_1: first.salary,
    pension_1: first.pension,
    salaire_2: second?.salary ?? 0,
    pension_2: second?.pension ?? 0,
    année: incomeYear,
    ...household.boxes,
    ...(household.residence && { résidence: household.residence }),
    ...(isEveryday(household) && 'balance' in result && settledObject(result)),
  };
}

/** The amounts of the whole return. */
function settledObject({ referenceIncome, reductions, credits, withheld, balance }: OfficialResult) {
  return {
    revenu_fiscal_de_référence: referenceIncome,
    réductions: reductions,
    crédits: credits,
    retenue: withheld,
    solde: balance,
  };
}
