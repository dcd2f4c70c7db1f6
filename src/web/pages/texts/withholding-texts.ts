import type { RateKind } from '../../../tax/withholding/question.ts';
import { catalogue } from '../../../words/catalogue.ts';

interface RateTexts {
  readonly title: string;
  readonly why: string;
}

interface WithholdingTexts {
  readonly title: string;
  readonly introduction: string;
  /** Beside the result of a calculation. */
  readonly link: string;

  readonly form: string;
  readonly household: string;
  readonly householdHelp: string;
  readonly pay: string;
  readonly payHelp: string;
  readonly payOf: string;
  readonly payOfSecond: string;
  readonly payFieldHelp: string;
  readonly territory: string;
  readonly territoryHelp: string;
  readonly ownTerritory: string;
  readonly others: string;
  readonly othersHelp: string;
  readonly submit: string;
  readonly refused: string;

  readonly rates: string;
  readonly period: string;
  readonly standard: string;
  readonly kinds: Readonly<Record<RateKind, RateTexts>>;
  readonly unknownRate: string;
  readonly you: string;
  readonly person: string;
  readonly rate: string;
  readonly withheld: string;
  readonly remaining: string;
  readonly takes: string;
  readonly takesRateOnly: string;
  readonly inYear: string;
  readonly balance: Readonly<Record<'due' | 'refunded' | 'even', string>>;
  readonly supplement: string;
  readonly neutralMore: string;
  readonly grid: string;

  readonly gains: string;
  readonly gainsMore: string;
  readonly gainsLess: string;
  readonly gainsSame: string;

  readonly limits: string;
  readonly noPay: string;
  readonly instalments: string;
  readonly never: string;

  readonly months: string;
  readonly monthsCaption: string;
  readonly month: string;
  readonly soFar: string;
  readonly picture: {
    readonly thisMonth: string;
    readonly monthsBefore: string;
    readonly taxOfYear: string;
    readonly description: string;
  };

  readonly steps: string;
  readonly article: string;
  readonly figure: string;
}

/** What the page of withholding says. */
export const withholdingTexts = catalogue<WithholdingTexts>({
  fr: {
    title: 'Prélèvement à la source',
    introduction:
      "Ce que l'employeur ou la caisse de retraite prélève chaque mois, et ce qu'il vous reste, avec chacun des trois taux.",
    link: 'Ce qui sera prélevé sur votre paie',

    form: 'Votre foyer et votre paie',
    household: 'Le foyer',
    householdHelp: "Les revenus de toute l'année, comme sur la déclaration : ils donnent vos taux.",
    pay: 'La paie du mois',
    payHelp: 'Elle montre ce que chaque taux prélève.',
    payOf: 'Votre paie mensuelle',
    payOfSecond: 'Paie mensuelle du déclarant 2',
    payFieldHelp: "Net imposable de la fiche de paie. Vide : un douzième des revenus de l'année.",
    territory: 'Lieu, pour le taux neutre',
    territoryHelp: 'La grille du taux neutre dépend du lieu.',
    ownTerritory: 'Là où vit le foyer',
    others: 'Les autres réponses de votre déclaration',
    othersHelp:
      "Elles viennent de votre calcul et comptent dans vos taux. Effacez celles qui ne s'appliquent plus.",
    submit: 'Voir mes taux',
    refused: 'Pour voir vos taux, corrigez :',

    rates: 'Vos trois taux',
    period: "De {from} à {to}, d'après les revenus de {year}, déclarés au printemps {declared}.",
    standard: 'Appliqué si vous ne demandez rien',
    kinds: {
      household: {
        title: 'Taux du foyer',
        why: "Le même pour tous : l'impôt du foyer divisé par ses revenus.",
      },
      individual: {
        title: 'Taux individualisés',
        why: "Celui qui gagne moins a un taux plus bas, l'autre un taux plus haut. Au total, l'impôt est le même.",
      },
      neutral: {
        title: 'Taux neutre',
        why: "L'employeur ne sait rien du foyer : c'est le taux d'une personne seule sans enfant avec cette paie.",
      },
    },
    unknownRate: 'Ce taux ne peut pas être calculé ici.',
    you: 'Vous',
    person: 'Déclarant {number}',
    rate: 'Taux',
    withheld: 'Prélevé',
    remaining: 'Il reste',
    takes: 'Sur une paie de {pay}, {withheld} sont prélevés : il reste {remaining}.',
    takesRateOnly: 'Sans paie.',
    inYear: 'Prélevé en douze mois : {amount}.',
    balance: {
      due: "En septembre de l'année suivante, il resterait {amount} à payer.",
      refunded: "En septembre de l'année suivante, {amount} vous seraient rendus.",
      even: "En septembre de l'année suivante, il ne resterait rien à payer.",
    },
    supplement:
      "Il prélève moins que votre taux : vous versez vous-même {amount} par mois à l'administration.",
    neutralMore:
      "Il prélève {amount} de plus par mois que votre taux : ils vous sont rendus en septembre de l'année suivante.",
    grid: 'Grille du {from}, {place}.',

    gains: 'Qui y gagne avec les taux individualisés ?',
    gainsMore: '{person} : {amount} de plus par mois.',
    gainsLess: '{person} : {amount} de moins par mois.',
    gainsSame: '{person} : rien ne change.',

    limits: 'Ce que cette page ne compte pas',
    noPay: "Ce foyer n'a ni salaire ni pension : il n'y a pas de paie sur laquelle prélever.",
    instalments:
      'Vos loyers et micro-entreprises ({amount} nets) sont payés par acomptes sur votre compte : ils ne sont ni dans ces mois ni dans ce solde.',
    never:
      "Les contrats courts, les changements demandés en cours d'année et le taux nul des foyers non imposables deux ans de suite. Le solde suppose les mêmes revenus d'une année à l'autre.",

    months: 'Vos douze mois',
    monthsCaption: 'Mois par mois, {kind}',
    month: 'Mois',
    soFar: 'Au total',
    picture: {
      thisMonth: 'Prélevé ce mois',
      monthsBefore: 'Les mois précédents',
      taxOfYear: "Impôt de l'année : {amount}",
      description:
        'De {from} à {to}, {month} sont prélevés chaque mois, soit {year} en un an, pour un impôt de {tax}.',
    },

    steps: "D'où viennent ces taux",
    article: 'CGI, art. {article}',
    figure: '{name} : {value}',
  },
  en: {
    title: 'Withholding at source',
    introduction:
      'What the employer or the pension fund takes each month, and what you keep, with each of the three rates.',
    link: 'What will be taken from your pay',

    form: 'Your household and your pay',
    household: 'The household',
    householdHelp: 'The incomes of the whole year, as on the return: they give your rates.',
    pay: 'The pay of the month',
    payHelp: 'It shows what each rate takes.',
    payOf: 'Your monthly pay',
    payOfSecond: 'Monthly pay of the second person',
    payFieldHelp: "Net taxable pay on the payslip. Empty: a twelfth of the year's income.",
    territory: 'Place, for the neutral rate',
    territoryHelp: 'The grid of the neutral rate depends on the place.',
    ownTerritory: 'Where the household lives',
    others: 'The other answers of your return',
    othersHelp: 'They come from your calculation and count in your rates. Clear those that no longer apply.',
    submit: 'See my rates',
    refused: 'To see your rates, correct this:',

    rates: 'Your three rates',
    period: 'From {from} to {to}, by the incomes of {year}, declared in the spring of {declared}.',
    standard: 'Applied unless you ask for another',
    kinds: {
      household: {
        title: 'Household rate',
        why: "The same for both: the household's tax divided by its incomes.",
      },
      individual: {
        title: 'Individual rates',
        why: 'The one who earns less has a lower rate, the other a higher one. In total the tax is the same.',
      },
      neutral: {
        title: 'Neutral rate',
        why: 'The employer learns nothing about the household: it is the rate of a single person without children for this pay.',
      },
    },
    unknownRate: 'This rate cannot be calculated here.',
    you: 'You',
    person: 'Person {number}',
    rate: 'Rate',
    withheld: 'Taken',
    remaining: 'Left',
    takes: 'Of a pay of {pay}, {withheld} is taken: {remaining} is left.',
    takesRateOnly: 'Without pay.',
    inYear: 'Taken in twelve months: {amount}.',
    balance: {
      due: 'In September of the next year, {amount} would be left to pay.',
      refunded: 'In September of the next year, {amount} would be refunded.',
      even: 'In September of the next year, nothing would be left to pay.',
    },
    supplement: 'It takes less than your rate: you pay {amount} per month to the administration yourself.',
    neutralMore:
      'It takes {amount} more per month than your rate: it is refunded in September of the next year.',
    grid: 'Grid of {from}, {place}.',

    gains: 'Who gains with individual rates?',
    gainsMore: '{person}: {amount} more per month.',
    gainsLess: '{person}: {amount} less per month.',
    gainsSame: '{person}: no change.',

    limits: 'What this page does not count',
    noPay: 'This household has neither salary nor pension: there is no pay to take from.',
    instalments:
      'Your rents and micro-businesses ({amount} net) are paid by instalments from your account: they are neither in these months nor in this balance.',
    never:
      'Short contracts, changes asked for during the year, and the zero rate of households not taxed for two years. The balance assumes the same income in both years.',

    months: 'Your twelve months',
    monthsCaption: 'Month by month, {kind}',
    month: 'Month',
    soFar: 'In total',
    picture: {
      thisMonth: 'Taken this month',
      monthsBefore: 'The months before',
      taxOfYear: 'Tax of the year: {amount}',
      description: 'From {from} to {to}, {month} are taken each month, {year} in a year, for a tax of {tax}.',
    },

    steps: 'Where these rates come from',
    article: 'CGI, art. {article}',
    figure: '{name}: {value}',
  },
});
