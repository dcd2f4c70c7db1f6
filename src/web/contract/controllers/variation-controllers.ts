import { isDeepStrictEqual } from 'node:util';
import { type NumberedSimulation, type Simulation, simulationsOf } from '../../../model/sessions.ts';
import { type Variation, variations } from '../../../tax/explanation/variations.ts';
import { excerpt } from '../../http/limits.ts';
import { message } from '../../messages/message.ts';
import { variationTexts } from '../../pages/texts/variations-texts.ts';
import type { ActionRequest } from '../action-request.ts';
import { accepted, type Refusal, refused, type Success } from '../action-result.ts';
import type { Calculation, VariationInput } from '../inputs/calculation-inputs.ts';
import { computed, saveSimulations, unlessImpossible } from './calculation-controllers.ts';

/** Keeps a household and its variation as simulations to compare, each once, the second under the variation's name. */
export function compareVariation(
  request: ActionRequest,
  { calculation, variation }: VariationInput,
): Promise<Success | Refusal> {
  return unlessImpossible(async () => {
    const { household, incomeYear } = calculation;
    const found = variations(household, incomeYear, request.tax.calculate).find(({ id }) => id === variation);
    if (!found) return refused([message('variationUnknown', { value: excerpt(variation) })]);
    const [present] = await savedOnce(request, [calculation], null);
    const varied = found.households.map((each) => ({ household: each, incomeYear }));
    const others = await savedOnce(request, varied, found);
    return { ...accepted(), compared: [...(present ? [present] : []), ...others].map(({ id }) => id) };
  });
}

/** The simulations of these households: existing ones are not kept again. */
async function savedOnce(
  request: ActionRequest,
  calculations: readonly Calculation[],
  variation: Variation | null,
): Promise<readonly NumberedSimulation[]> {
  const wanted = calculations.map((each) => computed(request, each));
  const known = await alreadySaved(request, wanted);
  const saved = await saveSimulations(
    request,
    wanted.filter((_, index) => known[index] === null),
  );
  if (variation) await nameAll(request, saved, variation);
  const added = [...saved];
  return known.flatMap((each) => each ?? added.shift() ?? []);
}

/** For each the same simulation of the session, or null. */
async function alreadySaved(
  { session, sessions }: ActionRequest,
  wanted: readonly Simulation[],
): Promise<readonly (NumberedSimulation | null)[]> {
  const known: (NumberedSimulation | null)[] = wanted.map(() => null);
  if (session.key === null) return known;
  for await (const piece of simulationsOf(sessions, session.key)) {
    for (const [index, each] of wanted.entries())
      known[index] ??= piece.find((other) => isSame(each, other)) ?? null;
  }
  return known;
}

function isSame(one: Simulation, other: Simulation): boolean {
  return (
    one.incomeYear === other.incomeYear &&
    one.method === other.method &&
    one.result.amountDue === other.result.amountDue &&
    isDeepStrictEqual(one.household, other.household)
  );
}

async function nameAll(
  { session, sessions, language }: ActionRequest,
  saved: readonly NumberedSimulation[],
  { id }: Variation,
): Promise<void> {
  const name = variationTexts(language).names[id];
  for (const each of saved)
    if (session.key !== null) await sessions.renameSimulation(session.key, each.id, name);
}
