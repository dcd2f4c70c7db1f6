import type { Section } from '../../../tax/return/box-row.ts';
import type { Residence } from '../../../tax/return/residence.ts';
import { catalogue } from '../../../words/catalogue.ts';

interface ReturnFormTexts {
  readonly title: string;
  readonly introduction: string;
  readonly sections: Readonly<Record<Section, string>>;
  readonly filled: string;
  readonly filledMany: string;
  readonly code: string;
  readonly declarant: string;
  readonly residences: Readonly<Record<Residence, string>>;
  readonly search: string;
  readonly searchHelp: string;
  readonly nothingFound: string;
  readonly allBoxes: string;
  /** What a box did to the balance. */
  readonly saves: string;
  readonly adds: string;
  readonly same: string;
}

/** What the sections of the return say. */
export const returnFormTexts = catalogue<ReturnFormTexts>({
  fr: {
    title: 'Le reste de la déclaration',
    introduction: 'Ouvrez seulement ce qui vous concerne : une case vide ne compte pas.',
    sections: {
      family: 'Famille : âge, invalidité, personnes rattachées',
      incomes: 'Chômage, frais réels, heures supplémentaires, pensions alimentaires',
      otherIncomes: 'Loyers, dividendes, intérêts, micro-entreprise',
      deductions: 'Charges à déduire : pensions versées, épargne retraite, CSG',
      reductionsAndCredits: 'Réductions et crédits : dons, emploi à domicile, garde, scolarité',
      withheld: 'Impôt déjà prélevé',
    },
    filled: '1 case remplie',
    filledMany: '{count} cases remplies',
    code: 'case {code}',
    declarant: '{label}, déclarant {number}',
    residences: {
      metropole: 'France métropolitaine',
      guadeloupe_martinique_reunion: 'Guadeloupe, Martinique ou La Réunion',
      guyane_mayotte: 'Guyane ou Mayotte',
    },
    search: 'Chercher une case',
    searchHelp: 'Un mot ou un code : dons, garde, 1AK…',
    nothingFound: 'Aucune case ne correspond.',
    allBoxes: 'Toutes les cases expliquées',
    saves: 'Vous fait gagner {amount}.',
    adds: 'Ajoute {amount} à payer.',
    same: 'Ne change rien au résultat.',
  },
  en: {
    title: 'The rest of the return',
    introduction: 'Open only what concerns you: an empty box does not count.',
    sections: {
      family: 'Family: age, disability, attached persons',
      incomes: 'Unemployment, actual costs, overtime, alimony',
      otherIncomes: 'Rents, dividends, interest, micro-business',
      deductions: 'Deductions: alimony paid, retirement savings, CSG',
      reductionsAndCredits: 'Reductions and credits: gifts, help at home, child care, schooling',
      withheld: 'Tax already withheld',
    },
    filled: '1 box filled in',
    filledMany: '{count} boxes filled in',
    code: 'box {code}',
    declarant: '{label}, person {number}',
    residences: {
      metropole: 'Metropolitan France',
      guadeloupe_martinique_reunion: 'Guadeloupe, Martinique or Réunion',
      guyane_mayotte: 'French Guiana or Mayotte',
    },
    search: 'Find a box',
    searchHelp: 'A word or a code: gifts, child care, 1AK…',
    nothingFound: 'No box matches.',
    allBoxes: 'All boxes explained',
    saves: 'Saves you {amount}.',
    adds: 'Adds {amount} to pay.',
    same: 'Changes nothing in the result.',
  },
});
