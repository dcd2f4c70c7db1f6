import type { Language } from '../model/language.ts';
import type { CannotCalculateReason } from '../tax/cannot-calculate.ts';
import type { BoxIssue } from '../tax/return/box-issues.ts';
import type { Box } from '../tax/return/boxes.ts';
import type { ConditionName } from '../tax/return/conditions.ts';
import { catalogue } from './catalogue.ts';

interface BoxIssueTexts {
  /** What a box of each kind takes, from 0 to `{max}`. */
  readonly value: Readonly<Record<Box['row']['kind'], string>>;
  /** The return has it from the income year `{from}` on. */
  readonly notInYear: string;
  /** What the box must satisfy together with others; `{max}` where that is a figure. */
  readonly conditions: Readonly<Record<ConditionName, string>>;
}

const texts = catalogue<BoxIssueTexts>({
  fr: {
    value: {
      euros: "attend un nombre entier d'euros de 0 à {max}",
      count: 'attend un nombre entier de 0 à {max}',
      tick: 'attend 1 (cochée) ou 0',
      birthYear: 'attend une année de naissance, de 1900 à {max}',
      choice: 'attend une des réponses proposées',
    },
    notInYear: "n'existe qu'à partir des revenus de {from}",
    conditions: {
      raisedChildAloneWithoutDependants:
        'ne vaut que pour une personne qui vit seule, sans enfant ni personne à charge',
      veteranFrom74NotCouple:
        "demande une personne seule d'au moins 74 ans : indiquez son année de naissance (0DA)",
      veteranCoupleFrom74:
        "demande un couple dont l'un a au moins 74 ans : indiquez les années de naissance (0DA, 0DB)",
      warWidowOnlyWidowed: 'ne vaut que pour une personne veuve',
      singleParentOnlySingleWithDependants:
        'ne vaut que pour une personne célibataire qui a une personne à charge',
      attachedMarriedChildrenAtLeastTwo: "compte des personnes : au moins deux (l'enfant et son conjoint)",
      disabledChildrenAmongChildren: 'fait partie de la case 0CF : {max} au plus',
      disabledSharedAmongShared: 'fait partie de la case 0CH : {max} au plus',
      csgIncomeWithinCapitalIncome: 'ne dépasse pas les cases 2DC et 2TR ensemble : {max} au plus',
      actualCostsNeedWages: 'demande un salaire ou du chômage (1AJ, 1AP)',
      actualCosts2NeedWages: 'demande un salaire ou du chômage du déclarant 2 (1BJ, 1BP)',
      scaleOptionNeedsCapitalIncome: 'demande des dividendes ou des intérêts (2DC, 2TR)',
      advanceLevyNeedsCapitalIncome: 'demande des dividendes ou des intérêts (2DC, 2TR)',
      savingsNeedCeiling: "demande le plafond de déduction (6PS), écrit sur votre avis d'impôt",
      savings2NeedCeiling: "demande le plafond de déduction (6PT), écrit sur votre avis d'impôt",
      firstYearNeedsHomeHelp: 'demande un emploi à domicile (7DB)',
      helpedParentsNeedHomeHelp: 'demande un emploi à domicile (7DB)',
      disabilityNeedsHomeHelp: 'demande un emploi à domicile (7DB)',
      microRentsAlone: 'exclut les cases 4BA, 4BB et 4BC : choisissez le micro-foncier ou le régime réel',
      netRentsWithoutDeficit: "exclut les cases 4BB et 4BC : c'est un revenu ou un déficit",
      secondDeclarantOnlyForCouple: 'concerne le déclarant 2 : seul un couple marié ou pacsé en a un',
    },
  },
  en: {
    value: {
      euros: 'a whole number of euros from 0 to {max} is expected',
      count: 'a whole number from 0 to {max} is expected',
      tick: '1 (ticked) or 0 is expected',
      birthYear: 'a year of birth from 1900 to {max} is expected',
      choice: 'one of the answers is expected',
    },
    notInYear: 'exists only from the income of {from} on',
    conditions: {
      raisedChildAloneWithoutDependants: 'only for somebody who lives alone, without children or dependants',
      veteranFrom74NotCouple: 'needs a single person aged 74 or more: enter the year of birth (0DA)',
      veteranCoupleFrom74: 'needs a couple, one of them aged 74 or more: enter the years of birth (0DA, 0DB)',
      warWidowOnlyWidowed: 'only for a widowed person',
      singleParentOnlySingleWithDependants: 'only for a single person with a dependant',
      attachedMarriedChildrenAtLeastTwo: 'counts persons: two at least (the child and the spouse)',
      disabledChildrenAmongChildren: 'is a part of box 0CF: at most {max}',
      disabledSharedAmongShared: 'is a part of box 0CH: at most {max}',
      csgIncomeWithinCapitalIncome: 'does not exceed boxes 2DC and 2TR together: at most {max}',
      actualCostsNeedWages: 'needs a salary or unemployment benefit (1AJ, 1AP)',
      actualCosts2NeedWages: 'needs a salary or unemployment benefit of the second person (1BJ, 1BP)',
      scaleOptionNeedsCapitalIncome: 'needs dividends or interest (2DC, 2TR)',
      advanceLevyNeedsCapitalIncome: 'needs dividends or interest (2DC, 2TR)',
      savingsNeedCeiling: 'needs the ceiling (6PS), shown on the tax notice',
      savings2NeedCeiling: 'needs the ceiling (6PT), shown on the tax notice',
      firstYearNeedsHomeHelp: 'needs help at home (7DB)',
      helpedParentsNeedHomeHelp: 'needs help at home (7DB)',
      disabilityNeedsHomeHelp: 'needs help at home (7DB)',
      microRentsAlone: 'excludes boxes 4BA, 4BB and 4BC: choose the flat scheme or net rents',
      netRentsWithoutDeficit: 'excludes boxes 4BB and 4BC: it is an income or a deficit',
      secondDeclarantOnlyForCouple: 'is for the second person: only a couple, married or in a PACS, has one',
    },
  },
});

/** Why no amount can be calculated, and what to do. */
const cannotCalculateTexts = catalogue<Readonly<Record<CannotCalculateReason, string>>>({
  fr: {
    cdhrNotEstablished:
      "Ce foyer doit la contribution différentielle sur les hauts revenus, et la loi ne dit pas encore comment y compter ses réductions et ses crédits : aucun montant n'est certain.",
    boxesNeedOfficial:
      "L'ancienne méthode (legacy) ne connaît que les salaires, les pensions et les enfants : pour les autres cases, choisissez la méthode officielle.",
    yearWithoutReturn:
      "Cette année n'a pas les valeurs des autres cases de la déclaration : choisissez une année livrée avec le programme.",
  },
  en: {
    cdhrNotEstablished:
      'This household owes the differential contribution on high incomes, and the law does not yet say how its reductions and credits count: no amount is certain.',
    boxesNeedOfficial:
      'The earlier method (legacy) knows only salaries, pensions and children: for other boxes choose the official method.',
    yearWithoutReturn:
      'This year has no values for the other boxes of the return: choose a year that comes with the program.',
  },
});

/** What is wrong with a box, behind its name: `1AK` and then these words. */
export function formatBoxIssue(issue: BoxIssue, language: Language): string {
  const { value, notInYear, conditions } = texts(language);
  switch (issue.code) {
    case 'boxValue':
      return filled(value[issue.kind], issue.max, language, issue.kind !== 'birthYear');
    case 'boxNotInYear':
      return notInYear.replace('{from}', String(issue.from));
    case 'boxCondition':
      return filled(conditions[issue.condition], issue.max ?? 0, language, true);
  }
}

export function formatCannotCalculate(reason: CannotCalculateReason, language: Language): string {
  return cannotCalculateTexts(language)[reason];
}

function filled(text: string, max: number, language: Language, isGrouped: boolean): string {
  return text.replace('{max}', isGrouped ? max.toLocaleString(language) : String(max));
}
