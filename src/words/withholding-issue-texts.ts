import type { Language } from '../model/language.ts';
import type { WithholdingIssue } from '../tax/withholding/withholding-refused.ts';
import { catalogue } from './catalogue.ts';

/** Why no rate can be calculated, and what to do. */
const texts = catalogue<Readonly<Record<WithholdingIssue['code'], string>>>({
  fr: {
    payNotPositive:
      'Une paie est supérieure à 0 € : indiquez le net imposable du mois, ou laissez le champ vide.',
    yearWithoutRates:
      'Les règles du prélèvement sont connues à partir des revenus de {from} : choisissez {from} ou une année plus récente.',
    dateWithoutGrid:
      'Les grilles du taux neutre vont du {first} au {last} : choisissez un jour entre les deux.',
    unknownTerritory: "Il n'y a pas de grille pour « {territory} » : choisissez un des lieux proposés.",
    alone:
      "Une personne seule n'a pas de taux individualisé : ces taux sont réservés aux couples mariés ou pacsés.",
  },
  en: {
    payNotPositive:
      'The pay must be more than €0: enter the net taxable pay of the month, or leave the field empty.',
    yearWithoutRates:
      'The rules of withholding are known from the incomes of {from} on: choose {from} or a later year.',
    dateWithoutGrid: 'The grids of the neutral rate go from {first} to {last}: choose a day between the two.',
    unknownTerritory: 'There is no grid for “{territory}”: choose one of the places offered.',
    alone: 'A single person has no individual rate: these rates are for couples, married or in a PACS.',
  },
});

export function formatWithholdingIssue(issue: WithholdingIssue, language: Language): string {
  const values: Readonly<Record<string, unknown>> = { ...issue };
  return texts(language)[issue.code].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}
