import type { LeftOut } from '../tax/withholding/left-out.ts';
import type { WithholdingAmount, WithholdingStepId } from '../tax/withholding/rate-steps.ts';
import { catalogue } from './catalogue.ts';

interface StepWords {
  readonly title: string;
  /** What is done, and why. */
  readonly why: string;
}

/** What each step on the way to a rate does. */
export const withholdingStepWords = catalogue<Readonly<Record<WithholdingStepId, StepWords>>>({
  fr: {
    taxInScope: {
      title: "L'impôt sur ces revenus",
      why: "L'impôt du foyer avant réductions et crédits, pour la part de vos salaires, pensions, loyers et micro-entreprises.",
    },
    incomeInScope: {
      title: 'Ces revenus',
      why: "Les mêmes revenus, tels qu'ils sont sur la fiche de paie : avant les 10 %.",
    },
    householdRate: {
      title: 'Taux du foyer',
      why: "L'impôt de l'an dernier sur ces revenus, divisé par ces revenus.",
    },
    sameOwnIncome: {
      title: 'Autant de revenus chacun',
      why: "Vous gagnez autant l'un que l'autre : vous avez tous deux le taux du foyer.",
    },
    ownIncome: {
      title: 'Revenu de celui qui gagne le moins',
      why: 'Ses propres revenus, et la moitié de ce que le foyer a en commun.',
    },
    ownScale: {
      title: 'Son impôt selon le barème',
      why: 'Le barème sur ce revenu, avec la moitié des parts du foyer ; elles font gagner au plus la moitié du plafond.',
    },
    ownFurtherReduction: {
      title: 'Invalidité, anciens combattants',
      why: 'La moitié de la réduction du foyer.',
    },
    ownOverseas: { title: 'Outre-mer', why: "La réduction des départements d'outre-mer." },
    ownDecote: { title: 'Décote', why: "Celle d'une personne seule." },
    ownCollection: { title: 'Seuil de recouvrement', why: "Au-dessous du seuil, rien n'est réclamé." },
    ownTaxInScope: {
      title: 'Son impôt sur la paie',
      why: 'La part de cet impôt qui revient aux revenus prélevés à la source.',
    },
    lowerRate: {
      title: 'Taux de celui qui gagne le moins',
      why: 'Son impôt divisé par ses revenus.',
    },
    remainingTax: {
      title: "Ce qui reste pour l'autre",
      why: "L'impôt du foyer, moins ce que paient le premier et les loyers communs.",
    },
    higherRate: { title: "Taux de l'autre", why: 'Ce reste, divisé par ses revenus.' },
    neutralRate: {
      title: 'Taux neutre',
      why: "La ligne de la grille où tombe la paie du mois : celle d'une personne seule sans enfant.",
    },
  },
  en: {
    taxInScope: {
      title: 'The tax on these incomes',
      why: "The household's tax before reductions and credits, for the part of wages, pensions, rents and micro-businesses.",
    },
    incomeInScope: {
      title: 'These incomes',
      why: 'The same incomes as they stand on the payslip: before the 10%.',
    },
    householdRate: {
      title: 'Household rate',
      why: "Last year's tax on these incomes, divided by the incomes.",
    },
    sameOwnIncome: {
      title: 'The same income for both',
      why: 'You both earn the same: you both have the household rate.',
    },
    ownIncome: {
      title: 'Income of the one who earns less',
      why: "That person's income, and half of what the household has in common.",
    },
    ownScale: {
      title: 'Tax of that person by the scale',
      why: "The scale on this income with half of the household's shares, which save half of the cap at most.",
    },
    ownFurtherReduction: { title: 'Disability, veterans', why: "Half of the household's reduction." },
    ownOverseas: { title: 'Overseas', why: 'The reduction of the overseas departments.' },
    ownDecote: { title: 'Relief for low taxes (décote)', why: 'That of a single person.' },
    ownCollection: { title: 'Collection threshold', why: 'Below the threshold nothing is collected.' },
    ownTaxInScope: {
      title: 'Tax of that person on the pay',
      why: 'The part of this tax that falls on the income subject to withholding.',
    },
    lowerRate: {
      title: 'Rate of the one who earns less',
      why: "That person's tax divided by that person's income.",
    },
    remainingTax: {
      title: 'What is left for the other one',
      why: "The household's tax, less what the first one and common rents pay.",
    },
    higherRate: { title: 'Rate of the other one', why: "This remainder divided by the other one's income." },
    neutralRate: {
      title: 'Neutral rate',
      why: "The line of the grid for this month's pay: that of a single person without children.",
    },
  },
});

/** The names of the figures that enter a step. */
export const withholdingAmountWords = catalogue<Readonly<Record<WithholdingAmount, string>>>({
  fr: {
    tax: 'impôt',
    income: 'revenus',
    netIncome: 'revenus nets',
    capital: 'placements, hors prélèvement',
    pay: 'paie',
    property: 'loyers nets',
    microBusiness: 'micro-entreprises, nettes',
    csg: 'CSG déductible',
    charges: 'pensions versées et épargne retraite',
    ageAllowance: "abattement d'âge ou d'invalidité",
    shares: 'parts',
    taxWithShares: 'impôt avec ces parts',
    taxCapped: 'impôt plafonné',
    reduction: 'réduction',
    threshold: 'seuil',
    taxOfOther: "ce que paie l'autre",
    taxOnProperty: 'ce que paient les loyers',
    bracketFrom: 'à partir de',
    bracketTo: 'et moins de',
  },
  en: {
    tax: 'tax',
    income: 'income',
    netIncome: 'net income',
    capital: 'capital income, not withheld from',
    pay: 'pay',
    property: 'net rents',
    microBusiness: 'micro-businesses, net',
    csg: 'deductible CSG',
    charges: 'alimony paid and retirement savings',
    ageAllowance: 'allowance for age or disability',
    shares: 'shares',
    taxWithShares: 'tax with these shares',
    taxCapped: 'tax with the cap',
    reduction: 'reduction',
    threshold: 'threshold',
    taxOfOther: 'what the other one pays',
    taxOnProperty: 'what the rents pay',
    bracketFrom: 'from',
    bracketTo: 'and less than',
  },
});

/** Why a rate cannot be calculated. */
export const leftOutWords = catalogue<Readonly<Record<LeftOut, string>>>({
  fr: {
    alimonyReceived:
      "Vous recevez une pension alimentaire (1AO, 1BO) : nous ne savons pas la compter dans le taux. Vos taux sont sur votre avis d'impôt.",
    exemptOvertime:
      "Vous avez des heures supplémentaires exonérées (1GH, 1HH) : nous ne savons pas les compter dans le taux. Vos taux sont sur votre avis d'impôt.",
    attachedMarriedChildren:
      "Un enfant marié est rattaché à votre foyer (0DN) : nous ne savons pas le compter dans le taux. Vos taux sont sur votre avis d'impôt.",
    rentalDeficit:
      "Vos loyers sont en déficit (4BC) : nous ne savons pas le compter dans le taux. Vos taux sont sur votre avis d'impôt.",
    costsAboveWages:
      "Vos frais réels dépassent vos salaires : nous ne savons pas les compter dans le taux. Vos taux sont sur votre avis d'impôt.",
    highIncomeContribution:
      "Vous devez la contribution différentielle sur les hauts revenus : nous ne savons pas la compter dans le taux. Vos taux sont sur votre avis d'impôt.",
    sharedPensionCeiling:
      "Vos deux pensions dépassent ensemble le plafond des 10 % : nous ne savons pas le partager entre vous. Les taux individualisés sont sur votre avis d'impôt.",
  },
  en: {
    alimonyReceived:
      'You receive alimony (1AO, 1BO): we do not know how it counts in the rate. Your rates are on your tax notice.',
    exemptOvertime:
      'You have exempt overtime (1GH, 1HH): we do not know how it counts in the rate. Your rates are on your tax notice.',
    attachedMarriedChildren:
      'A married child is attached to your household (0DN): we do not know how it counts in the rate. Your rates are on your tax notice.',
    rentalDeficit:
      'Your rents are in deficit (4BC): we do not know how it counts in the rate. Your rates are on your tax notice.',
    costsAboveWages:
      'Your actual costs exceed your wages: we do not know how they count in the rate. Your rates are on your tax notice.',
    highIncomeContribution:
      'You owe the differential contribution on high incomes: we do not know how it counts in the rate. Your rates are on your tax notice.',
    sharedPensionCeiling:
      'Your two pensions together exceed the ceiling of the 10%: we do not know how to share it between you. The individual rates are on your tax notice.',
  },
});
