import { catalogue } from '../../../words/catalogue.ts';

/** The words of the law that pages explain on request. */
export type Term = 'decote' | 'reduction' | 'surcharge' | 'share' | 'quotient' | 'rate' | 'cehr' | 'balance';

interface TermTexts {
  /** Opens the explanation of a word that stands beside it. */
  readonly what: string;
  readonly terms: Readonly<Record<Term, string>>;
}

export const termTexts = catalogue<TermTexts>({
  fr: {
    what: "Qu'est-ce que c'est ?",
    terms: {
      decote:
        "Un allégement pour ceux dont l'impôt est faible : il diminue à mesure que l'impôt augmente, puis disparaît.",
      reduction:
        'Une réduction de 20 % au plus pour les revenus modestes. Elle a pris fin avec les revenus de 2019.',
      surcharge:
        "Ce que le plafonnement du quotient familial ajoute : les parts des enfants ne peuvent baisser l'impôt que d'un montant limité par demi-part.",
      share:
        "Chaque adulte compte pour une part, chacun des deux premiers enfants pour une demi-part, et chaque enfant suivant pour une part. Un enfant en garde alternée compte pour moitié. D'autres situations ajoutent des parts : parent isolé, invalidité.",
      quotient:
        "Le revenu imposable divisé par le nombre de parts. Le barème s'applique à ce revenu d'une part, puis l'impôt est multiplié par le nombre de parts.",
      rate: 'Le taux de la tranche la plus haute que votre revenu atteint : il ne porte que sur la partie du revenu qui dépasse le seuil de cette tranche.',
      cehr: 'La contribution exceptionnelle sur les hauts revenus : 3 % puis 4 %, au-delà de 250 000 € pour une personne seule et de 500 000 € pour un couple.',
      balance:
        "L'impôt de l'année, moins ce qui a déjà été prélevé ou versé. C'est ce qui reste à régler à l'automne.",
    },
  },
  en: {
    what: 'What is this?',
    terms: {
      decote: 'Relief for low taxes (décote): it decreases as the tax grows, then ends.',
      reduction: 'A reduction of 20% at most for modest incomes. It ended with the incomes of 2019.',
      surcharge:
        'What the cap on the family quotient adds: the shares of children can lower the tax by a limited amount for each half share only.',
      share:
        'Each adult counts for one share, each of the first two children for half a share, and each further child for one. A child in shared custody counts for half of that. Other situations add shares: single parents, disability.',
      quotient:
        'The taxable income divided by the number of shares. The scale applies to this income of one share, and the tax is multiplied by the number of shares.',
      rate: 'The rate of the highest bracket that your income reaches: it applies only to the part of the income above the threshold of that bracket.',
      cehr: 'The exceptional contribution on high incomes: 3%, then 4%, above €250,000 for a single person and €500,000 for a couple.',
      balance:
        'The tax of the year, less what has been withheld or paid already. It is what is left to settle in autumn.',
    },
  },
});
