import type { AllowanceBasis, AmountStepId, StepId } from '../../../tax/explanation/explanation-steps.ts';
import { catalogue } from '../../../words/catalogue.ts';

interface ExplanationTexts {
  readonly title: string;
  readonly introduction: string;
  readonly byLegacy: string;
  /** The link to the page of the year. */
  readonly yearValues: string;
  readonly beforeReliefs: string;
  readonly legacySurcharge: string;
  readonly sources: string;
  /** Those of one amount: `amount-steps.ts`. */
  readonly steps: Readonly<Record<Exclude<StepId, AmountStepId>, string>>;
  readonly declarant: string;
  readonly salary: string;
  readonly pension: string;
  readonly noIncome: string;
  readonly allowances: Readonly<Record<AllowanceBasis, string>>;
  readonly costsAdvice: string;
  readonly pensionCeiling: string;
  readonly share: string;
  readonly shares: string;
  readonly oneAdult: string;
  readonly twoAdults: string;
  readonly child: string;
  readonly children: string;
  readonly sharedChild: string;
  readonly sharedChildren: string;
  readonly singleParent: string;
  readonly widowed: string;
  readonly otherShares: string;
  readonly quotient: string;
  readonly scale: string;
  readonly scaleOfOneShare: string;
  readonly adultScale: string;
  readonly cap: string;
  readonly capPerHalfShare: string;
  readonly capSingleParent: string;
  readonly capSingleParentPart: string;
  readonly capApplies: string;
  readonly capDoesNot: string;
  readonly widowedReduction: string;
  readonly decote: string;
  readonly decoteWhole: string;
  readonly noDecote: string;
  readonly reductionFull: string;
  readonly reductionPart: string;
  readonly noReduction: string;
  readonly cehr: string;
  readonly nothing: string;
  readonly notCollected: string;
  readonly due: string;
  readonly refunded: string;
  readonly columns: {
    readonly bracketOfShares: string;
    readonly bracket: string;
    readonly rate: string;
    readonly amount: string;
    readonly tax: string;
  };
  readonly upTo: string;
  readonly between: string;
  readonly above: string;
  readonly rounding: string;
  readonly total: string;
}

/** How an amount was calculated, in words. `{before}` enters a step and `{after}` leaves it. */
export const explanationTexts = catalogue<ExplanationTexts>({
  fr: {
    title: 'Comment ce montant est-il calculé ?',
    introduction:
      "Dans l'ordre de la loi, pour vos revenus de {year}. À chaque étape le montant est arrondi à l'euro le plus proche, sauf le quotient.",
    byLegacy: "Cette installation calcule comme l'ancienne application, sans étapes intermédiaires.",
    yearValues: 'Toutes les valeurs de {year}',
    beforeReliefs: 'Impôt avant décote et réduction',
    legacySurcharge: 'Dont {amount} de surcote.',
    sources: 'Textes :',
    steps: {
      incomes: 'Revenus du foyer',
      wageAllowance: 'Abattement pour frais sur les salaires',
      pensionAllowance: 'Abattement sur les pensions et retraites',
      taxableIncome: 'Revenu imposable',
      shares: 'Nombre de parts',
      quotient: 'Quotient familial',
      scale: 'Impôt selon le barème',
      adultScale: 'Le même impôt sans les parts supplémentaires',
      familyQuotientCap: 'Plafonnement du quotient familial',
      widowedReduction: 'Réduction complémentaire pour veuvage',
      decote: 'Décote',
      modestReduction: 'Réduction pour revenus modestes',
      cehr: 'Contribution exceptionnelle sur les hauts revenus',
      collection: 'Impôt à payer',
    },
    declarant: 'Déclarant {number} : {text}',
    salary: 'salaires de {amount}',
    pension: 'pensions de {amount}',
    noIncome: 'aucun revenu',
    allowances: {
      rate: '{rate} de {income}, soit {amount}',
      min: '{rate} de {income} feraient {flat}, moins que le minimum par personne : {amount}',
      max: '{rate} de {income} feraient {flat}, plus que le maximum par personne : {amount}',
      costs: 'vos frais réels, plus élevés que {rate} de {income} : {amount}',
      income: 'le minimum par personne est de {min}, mais on ne déduit pas plus que le revenu : {amount}',
    },
    costsAdvice: 'Des frais réels de plus de {amount} (case {box}) seraient plus avantageux.',
    pensionCeiling: 'Le foyer ne déduit pas plus de {max} en tout, au lieu de {sum}.',
    share: '{count} part',
    shares: '{count} parts',
    oneAdult: 'Une personne : {shares}.',
    twoAdults: 'Un couple : {shares}.',
    child: 'Un enfant : {shares}.',
    children: '{count} enfants : {shares}.',
    sharedChild: 'Un enfant en garde alternée, qui compte pour moitié : {shares}.',
    sharedChildren: '{count} enfants en garde alternée, qui comptent pour moitié : {shares}.',
    singleParent: 'Parent isolé (case T) : {shares}.',
    widowed: 'Veuf ou veuve avec enfants, comme un couple : {shares} de plus.',
    otherShares: 'Invalidité, ancien combattant, ou enfant élevé seul(e) : {shares} de plus.',
    quotient: "{before} ÷ {shares} = {after} : le revenu d'une part, auquel on applique le barème.",
    scale:
      "Chaque tranche a son taux, qui ne s'applique qu'au revenu qu'elle contient. Le barème de la loi est celui d'une part : le voici pour {shares}, donc pour tout le foyer.",
    scaleOfOneShare: "Chaque tranche a son taux, qui ne s'applique qu'au revenu qu'elle contient.",
    adultScale: "Avec {shares} seulement, l'impôt serait de {after}.",
    cap: "Les parts supplémentaires peuvent baisser l'impôt de {cap} au plus : {how}.",
    capPerHalfShare: '{amount} par demi-part',
    capSingleParent: '{first} pour la première part du parent isolé, {amount} par demi-part ensuite',
    capSingleParentPart: '{first} pour la première part du parent isolé, dont vous avez {part}',
    capApplies: 'Ici elles le baisseraient de {saved}, soit {added} de trop : {before} + {added} = {after}.',
    capDoesNot: "Ici elles le baissent de {saved} : le plafond ne s'applique pas.",
    widowedReduction:
      'Sur ce que le plafond ajoute, un veuf ou une veuve avec enfants récupère {max} au plus : {before} − {amount} = {after}.',
    decote: 'Elle allège les petits impôts : {max} − {rate} × {before} = {amount}.',
    decoteWhole: "Elle allège les petits impôts : {max} − {rate} × {before} dépasse l'impôt, et l'efface.",
    noDecote: 'Elle allège les petits impôts, mais {max} − {rate} × {before} ne laisse rien.',
    reductionFull: 'Votre revenu imposable est inférieur à {fullBelow} : {rate} de {before}, soit {amount}.',
    reductionPart:
      'Votre revenu imposable est entre {fullBelow} et {nilFrom} : une partie de {rate} de {before}, soit {amount}.',
    noReduction: 'Votre revenu imposable atteint {nilFrom} : pas de réduction.',
    cehr: "Elle s'ajoute à l'impôt : {before} + {amount} = {after}.",
    nothing: "Il n'y a pas d'impôt à payer.",
    notCollected: "Un impôt inférieur à {threshold} n'est pas réclamé : {before} devient 0.",
    due: "Un impôt d'au moins {threshold} est à payer.",
    refunded: "Vos crédits dépassent l'impôt : la différence vous est rendue.",
    columns: {
      bracketOfShares: 'Tranche, pour {shares}',
      bracket: 'Tranche',
      rate: 'Taux',
      amount: 'Revenu dans la tranche',
      tax: 'Impôt',
    },
    upTo: "jusqu'à {to}",
    between: 'de {from} à {to}',
    above: 'au-delà de {from}',
    rounding: "Arrondi à l'euro",
    total: 'Total',
  },
  en: {
    title: 'How was this amount computed?',
    introduction:
      'In the order of the law, for your income of {year}. Each step rounds its amount to the nearest euro, except for the quotient.',
    byLegacy: 'This installation computes as the earlier application did, without intermediate steps.',
    yearValues: 'All values of {year}',
    beforeReliefs: 'Tax before décote and reduction',
    legacySurcharge: 'Of which surcharge: {amount}.',
    sources: 'Law (in French):',
    steps: {
      incomes: 'Income of the household',
      wageAllowance: 'Allowance for costs on salaries',
      pensionAllowance: 'Allowance on pensions',
      taxableIncome: 'Taxable income',
      shares: 'Number of shares',
      quotient: 'Family quotient',
      scale: 'Tax by the scale',
      adultScale: 'The same tax without the additional shares',
      familyQuotientCap: 'Cap on the family quotient',
      widowedReduction: 'Further reduction for widowed people',
      decote: 'Relief for low taxes (décote)',
      modestReduction: 'Reduction for modest incomes',
      cehr: 'Exceptional contribution on high incomes',
      collection: 'Tax to pay',
    },
    declarant: 'Person {number}: {text}',
    salary: 'salary of {amount}',
    pension: 'pensions of {amount}',
    noIncome: 'no income',
    allowances: {
      rate: '{rate} of {income}, that is {amount}',
      min: '{rate} of {income} would be {flat}, less than the minimum for each person: {amount}',
      max: '{rate} of {income} would be {flat}, more than the maximum for each person: {amount}',
      costs: 'your actual costs, which are higher than {rate} of {income}: {amount}',
      income: 'the minimum for each person is {min}, but no more than the income is deducted: {amount}',
    },
    costsAdvice: 'Actual costs of more than {amount} (box {box}) would be better for you.',
    pensionCeiling: 'The household deducts no more than {max} in all, instead of {sum}.',
    share: '{count} share',
    shares: '{count} shares',
    oneAdult: 'One person: {shares}.',
    twoAdults: 'A couple: {shares}.',
    child: 'One child: {shares}.',
    children: '{count} children: {shares}.',
    sharedChild: 'One child in shared custody, who counts for half: {shares}.',
    sharedChildren: '{count} children in shared custody, who count for half: {shares}.',
    singleParent: 'Single parent (box T): {shares}.',
    widowed: 'Widowed with children, as a couple: {shares} more.',
    otherShares: 'Disability, veteran, or a child raised alone: {shares} more.',
    quotient: '{before} ÷ {shares} = {after}: the income of one share, to which the scale applies.',
    scale:
      'Each bracket has its rate, which applies only to the income inside it. The scale of the law is for one share: here it is for {shares}, and so for the whole household.',
    scaleOfOneShare: 'Each bracket has its rate, which applies only to the income inside it.',
    adultScale: 'With {shares} only, the tax would be {after}.',
    cap: 'The additional shares may lower the tax by {cap} at most: {how}.',
    capPerHalfShare: '{amount} for each half-share',
    capSingleParent: '{first} for the first share of a single parent, {amount} for each further half-share',
    capSingleParentPart: '{first} for the first share of a single parent, of which you have {part}',
    capApplies:
      'Here they would lower it by {saved}, which is {added} too much: {before} + {added} = {after}.',
    capDoesNot: 'Here they lower it by {saved}: the cap does not apply.',
    widowedReduction:
      'Of what the cap adds, a widowed person with children gets back {max} at most: {before} − {amount} = {after}.',
    decote: 'It relieves low taxes: {max} − {rate} × {before} = {amount}.',
    decoteWhole: 'It relieves low taxes: {max} − {rate} × {before} is more than the tax, and cancels it.',
    noDecote: 'It relieves low taxes, but {max} − {rate} × {before} leaves nothing.',
    reductionFull: 'Your taxable income is below {fullBelow}: {rate} of {before}, that is {amount}.',
    reductionPart:
      'Your taxable income is between {fullBelow} and {nilFrom}: a part of {rate} of {before}, that is {amount}.',
    noReduction: 'Your taxable income reaches {nilFrom}: no reduction.',
    cehr: 'It is added to the tax: {before} + {amount} = {after}.',
    nothing: 'There is no tax to pay.',
    notCollected: 'A tax below {threshold} is not collected: {before} becomes 0.',
    due: 'A tax of {threshold} or more is due.',
    refunded: 'Your credits exceed the tax: the difference is refunded.',
    columns: {
      bracketOfShares: 'Bracket, for {shares}',
      bracket: 'Bracket',
      rate: 'Rate',
      amount: 'Income in the bracket',
      tax: 'Tax',
    },
    upTo: 'up to {to}',
    between: 'from {from} to {to}',
    above: 'above {from}',
    rounding: 'Rounding to the euro',
    total: 'Total',
  },
});
