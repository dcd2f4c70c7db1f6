import { catalogue } from '../../../words/catalogue.ts';

interface ResultTexts {
  readonly monthly: string;
  readonly monthlyHelp: string;
  readonly net: string;
  readonly netHelp: string;
  readonly average: string;
  readonly averageHelp: string;
  readonly marginal: string;
  readonly marginalHelp: string;
  /** While the décote shrinks. */
  readonly marginalWithDecote: string;
  readonly noIncome: string;
  readonly rateHelp: string;
  /** Where the cap on the family quotient adds to the tax. */
  readonly cappedRateHelp: string;
  readonly cehr: string;
  readonly reductions: string;
  readonly credits: string;
  readonly withheld: string;
  readonly balance: string;
  readonly refunded: string;
  readonly referenceIncome: string;
  readonly nothingDue: string;
  readonly situations: { readonly single: string; readonly couple: string; readonly widowed: string };
  readonly singleParent: string;
  readonly child: string;
  readonly children: string;
  readonly sharedChild: string;
  readonly sharedChildren: string;
  readonly incomes: string;
}

/** What the result says beside the contract's five lines. */
export const resultTexts = catalogue<ResultTexts>({
  fr: {
    monthly: 'Par mois',
    monthlyHelp: "l'impôt en douze fois",
    net: 'Il vous reste',
    netHelp: "par an après l'impôt, soit {amount} par mois",
    average: 'Taux moyen',
    averageHelp: 'de vos revenus part en impôt',
    marginal: 'Taux marginal (TMI)',
    marginalHelp: 'de chaque euro imposable de plus',
    marginalWithDecote: 'de chaque euro imposable de plus, et même {rate} tant que la décote diminue',
    noIncome: '–',
    rateHelp:
      'Ce taux est celui de la tranche la plus haute atteinte par votre revenu, pas du revenu entier.',
    cappedRateHelp:
      'Le quotient familial est plafonné : ce taux est celui de la tranche la plus haute atteinte avec les seules parts des adultes.',
    cehr: 'Contribution sur les hauts revenus :',
    reductions: 'Réductions :',
    credits: 'Crédits :',
    withheld: 'Déjà prélevé :',
    balance: 'Reste à payer :',
    refunded: 'Vous sera remboursé :',
    referenceIncome: 'Revenu fiscal de référence :',
    nothingDue: "Vous ne payez pas d'impôt sur ces revenus.",
    situations: {
      single: 'Personne seule',
      couple: 'Couple marié ou pacsé',
      widowed: 'Veuf ou veuve',
    },
    singleParent: 'parent isolé (case T)',
    child: '1 enfant',
    children: '{count} enfants',
    sharedChild: '1 enfant en garde alternée',
    sharedChildren: '{count} enfants en garde alternée',
    incomes: '{amount} de revenus de {year}',
  },
  en: {
    monthly: 'Per month',
    monthlyHelp: 'the tax in twelve payments',
    net: 'You keep',
    netHelp: 'a year after tax, that is {amount} a month',
    average: 'Average rate',
    averageHelp: 'of your income goes to the tax',
    marginal: 'Marginal rate (TMI)',
    marginalHelp: 'of each further taxable euro',
    marginalWithDecote: 'of each further taxable euro, and even {rate} while the décote shrinks',
    noIncome: '–',
    rateHelp: 'This is the rate of the highest bracket that your income reaches, not of the whole income.',
    cappedRateHelp:
      "The family quotient is capped: this is the rate of the highest bracket that your income reaches with the adults' shares alone.",
    cehr: 'Contribution of high incomes:',
    reductions: 'Reductions:',
    credits: 'Credits:',
    withheld: 'Already withheld:',
    balance: 'Left to pay:',
    refunded: 'Refunded to you:',
    referenceIncome: 'Reference income:',
    nothingDue: 'You pay no tax on this income.',
    situations: {
      single: 'Single person',
      couple: 'Married couple or PACS',
      widowed: 'Widowed person',
    },
    singleParent: 'single parent (box T)',
    child: '1 child',
    children: '{count} children',
    sharedChild: '1 child in shared custody',
    sharedChildren: '{count} children in shared custody',
    incomes: '{amount} of income of {year}',
  },
});
