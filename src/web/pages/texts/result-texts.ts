import { catalogue } from '../../../words/catalogue.ts';

interface ResultTexts {
  readonly amountDue: string;
  readonly preview: string;
  readonly refund: string;
  readonly nothingDue: string;
  readonly perMonth: string;
  readonly ofIncome: string;
  /** The table of the income before and after the tax. */
  readonly ledger: string;
  readonly yearly: string;
  readonly monthly: string;
  readonly before: string;
  readonly tax: string;
  readonly after: string;
  /** What stands before and after the tax: of wages alone, which the payslip calls « net imposable », or any income. */
  readonly kinds: { readonly wages: string; readonly incomes: string };
  readonly notPaidOut: string;
  readonly notPaidOutLines: readonly string[];
  readonly withholding: string;
  readonly householdRate: string;
  readonly individualRates: string;
  readonly details: string;
  readonly decote: string;
  readonly reduction: string;
  readonly surcharge: string;
  readonly rate: string;
  readonly rateHelp: string;
  /** While the décote shrinks. */
  readonly rateWithDecote: string;
  /** Where the cap on the family quotient adds to the tax. */
  readonly cappedRateHelp: string;
  readonly cehr: string;
  readonly reductions: string;
  readonly credits: string;
  readonly withheld: string;
  readonly balance: string;
  readonly refunded: string;
  readonly referenceIncome: string;
  readonly situations: { readonly single: string; readonly couple: string; readonly widowed: string };
  readonly singleParent: string;
  readonly child: string;
  readonly children: string;
  readonly sharedChild: string;
  readonly sharedChildren: string;
  readonly incomes: string;
}

/** What the result says: the amount, what is left, and the figures of the contract. */
export const resultTexts = catalogue<ResultTexts>({
  fr: {
    amountDue: "Montant de l'impôt",
    preview: '« Calculer » le garde dans vos simulations.',
    refund: 'Vous sera remboursé',
    nothingDue: "Vous ne payez pas d'impôt sur ces revenus.",
    perMonth: '{amount} par mois',
    ofIncome: '{rate} de vos revenus',
    ledger: "Avant et après l'impôt",
    yearly: 'par an',
    monthly: 'par mois',
    before: 'Avant impôt',
    tax: 'Impôt',
    after: 'Après impôt',
    kinds: { wages: 'net imposable', incomes: 'revenus du foyer' },
    notPaidOut: 'Est-ce ce qui arrive sur le compte ?',
    notPaidOutLines: [
      "Non, un peu moins. Le net imposable comprend 2,9 % de CSG et de CRDS, et souvent la part de la mutuelle payée par l'employeur : ces sommes sont imposées, mais ne vous sont pas versées.",
      "Le bulletin de paie les déduit : c'est le « net à payer », avant puis après le prélèvement à la source.",
    ],
    withholding: 'Prélevé sur la paie',
    householdRate: 'Taux du foyer',
    individualRates: 'Taux individualisés',
    details: 'Détail du calcul',
    decote: 'Décote',
    reduction: 'Réduction',
    surcharge: 'Surcote',
    rate: 'Taux marginal (TMI)',
    rateWithDecote: 'Tant que la décote diminue, chaque euro imposable de plus en coûte {rate}.',
    rateHelp:
      'Ce taux est celui de la tranche la plus haute atteinte par votre revenu, pas du revenu entier.',
    cappedRateHelp:
      'Le quotient familial est plafonné : ce taux est celui de la tranche la plus haute atteinte avec les seules parts des adultes.',
    cehr: 'Contribution sur les hauts revenus',
    reductions: 'Réductions',
    credits: 'Crédits',
    withheld: 'Déjà prélevé',
    balance: 'Reste à payer',
    refunded: 'Vous sera remboursé',
    referenceIncome: 'Revenu fiscal de référence',
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
    incomes: '{amount} de revenus en {year}',
  },
  en: {
    amountDue: 'Amount of tax',
    preview: '“Calculate” keeps it in your simulations.',
    refund: 'Refunded to you',
    nothingDue: 'You pay no tax on this income.',
    perMonth: '{amount} per month',
    ofIncome: '{rate} of your income',
    ledger: 'Before and after the tax',
    yearly: 'per year',
    monthly: 'per month',
    before: 'Before tax',
    tax: 'Tax',
    after: 'After tax',
    kinds: { wages: 'net taxable pay', incomes: 'income of the household' },
    notPaidOut: 'Is this what arrives in the account?',
    notPaidOutLines: [
      "No, a little less. The net taxable pay includes 2.9% of CSG and CRDS, and often the employer's share of the health insurance: you pay tax on them without receiving them.",
      'The payslip deducts them: what is left is the net pay, before and after withholding.',
    ],
    withholding: 'Withheld from the pay',
    householdRate: 'Rate of the household',
    individualRates: 'Individual rates',
    details: 'Details of the calculation',
    decote: 'Relief for low taxes (décote)',
    reduction: 'Reduction',
    surcharge: 'Surcharge',
    rate: 'Marginal rate (TMI)',
    rateWithDecote: 'While the décote shrinks, each further taxable euro costs {rate}.',
    rateHelp: 'This is the rate of the highest bracket that your income reaches, not of the whole income.',
    cappedRateHelp:
      "The family quotient is capped: this is the rate of the highest bracket that your income reaches with the adults' shares alone.",
    cehr: 'Contribution on high incomes',
    reductions: 'Reductions',
    credits: 'Credits',
    withheld: 'Already withheld',
    balance: 'Left to pay',
    refunded: 'Refunded to you',
    referenceIncome: 'Reference income',
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
    incomes: '{amount} of income in {year}',
  },
});
