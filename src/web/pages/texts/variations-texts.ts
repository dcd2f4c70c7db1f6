import type { VariationId } from '../../../tax/explanation/variations.ts';
import type { Declarant } from '../../../tax/return/household.ts';
import { catalogue } from '../../../words/catalogue.ts';

interface VariationTexts {
  readonly title: string;
  readonly introduction: string;
  readonly names: Readonly<Record<VariationId, string>>;
  readonly helps: Readonly<Record<VariationId, string>>;
  /** Leads to the calculation of the variation. */
  readonly open: string;
  readonly openOne: string;
  /** Keeps it, and leads to both side by side. */
  readonly compare: string;
  readonly compareOne: string;
  readonly more: string;
  readonly less: string;
  readonly same: string;
  /** Instead of a rise or a fall to less than nothing: what comes back. */
  readonly refund: string;
  /** The income up to which nothing is due. */
  readonly untaxed: {
    readonly name: string;
    readonly outcomes: Readonly<Record<keyof Declarant, string>>;
    readonly outcomesOfFirst: Readonly<Record<keyof Declarant, string>>;
  };
}

/** What would change the amount. */
export const variationTexts = catalogue<VariationTexts>({
  fr: {
    title: 'Ce qui changerait',
    introduction: 'Un seul changement à la fois.',
    names: {
      flatAllowance: 'Les 10 % au lieu des frais réels (sans la case 1AK)',
      scale: 'Dividendes et intérêts au barème (case 2OP)',
      flatRate: 'Dividendes et intérêts à 12,8 % (sans la case 2OP)',
      attachChild: "L'enfant majeur rattaché, sans pension",
      moreIncome: '1 000 € de revenus en plus',
      oneMoreChild: 'Un enfant de plus',
      singleParent: 'En parent isolé (case T)',
      married: 'En couple marié ou pacsé',
      apart: 'Sans mariage ni pacs',
    },
    helps: {
      flatAllowance: "Vos frais réels ne sont déduits que s'ils dépassent les 10 %.",
      scale: "Ils s'ajouteraient à vos autres revenus.",
      flatRate: 'Ils seraient imposés à part.',
      attachChild: 'Case 0DJ au lieu de la case 6EL.',
      moreIncome: 'Il vous en resterait {kept} après impôt.',
      oneMoreChild: 'À votre charge exclusive.',
      singleParent: 'Si vous vivez seul(e) avec vos enfants.',
      married: 'Avec une personne sans revenus.',
      apart: "Chacun fait sa déclaration ; les enfants sont comptés là où ils font le plus baisser l'impôt.",
    },
    open: 'Ouvrir',
    openOne: 'Ouvrir : {name}',
    compare: 'Comparer',
    compareOne: 'Comparer : {name}',
    more: 'Votre impôt passerait à {amount}.',
    less: 'Votre impôt baisserait à {amount}.',
    same: 'Votre impôt ne changerait pas.',
    refund: 'Vous seriez remboursé de {amount}.',
    untaxed: {
      name: "Sans impôt jusqu'à",
      outcomes: { salary: 'de salaire par an.', pension: 'de pension par an.' },
      outcomesOfFirst: {
        salary: 'de salaire par an pour le déclarant 1.',
        pension: 'de pension par an pour le déclarant 1.',
      },
    },
  },
  en: {
    title: 'What would change it',
    introduction: 'One change at a time.',
    names: {
      flatAllowance: 'The 10% instead of actual costs (without box 1AK)',
      scale: 'Dividends and interest in the scale (box 2OP)',
      flatRate: 'Dividends and interest at 12.8% (without box 2OP)',
      attachChild: 'The adult child attached, without alimony',
      moreIncome: '€1,000 more income',
      oneMoreChild: 'One more child',
      singleParent: 'As a single parent (box T)',
      married: 'As a married couple or PACS',
      apart: 'Without marriage or PACS',
    },
    helps: {
      flatAllowance: 'Your actual costs are deducted only if they exceed the 10%.',
      scale: 'They would be added to your other income.',
      flatRate: 'They would be taxed separately.',
      attachChild: 'Box 0DJ instead of box 6EL.',
      moreIncome: 'You would keep {kept} of it after tax.',
      oneMoreChild: 'In your sole charge.',
      singleParent: 'If you live alone with your children.',
      married: 'With somebody without income.',
      apart: 'Each files a return; the children count where they lower the tax most.',
    },
    open: 'Open',
    openOne: 'Open: {name}',
    compare: 'Compare',
    compareOne: 'Compare: {name}',
    more: 'Your tax would rise to {amount}.',
    less: 'Your tax would fall to {amount}.',
    same: 'Your tax would stay the same.',
    refund: 'You would get {amount} back.',
    untaxed: {
      name: 'No tax up to',
      outcomes: { salary: 'of salary per year.', pension: 'of pension per year.' },
      outcomesOfFirst: {
        salary: 'of salary per year for the first person.',
        pension: 'of pension per year for the first person.',
      },
    },
  },
});
