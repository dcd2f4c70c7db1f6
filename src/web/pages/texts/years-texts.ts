import type { ScaleName, ValueGroup, ValueName } from '../../../tax/years/year-changes.ts';
import { catalogue } from '../../../words/catalogue.ts';

interface YearsTexts {
  /** Also the link to the page, at the foot of every page. */
  readonly title: string;
  readonly introduction: string;
  readonly yearName: string;
  readonly declared: string;
  readonly years: string;
  readonly allYears: string;
  readonly columns: {
    readonly year: string;
    readonly untaxed: string;
    readonly cap: string;
    readonly decote: string;
    readonly change: string;
  };
  readonly scrollable: string;
  readonly comparedWith: string;
  readonly firstYear: string;
  readonly value: string;
  readonly change: string;
  readonly rate: string;
  readonly above: string;
  readonly offset: string;
  readonly rateBefore: string;
  readonly points: string;
  readonly fromTo: string;
  readonly none: string;
  readonly notThisYear: string;
  readonly kinds: { readonly same: string; readonly introduced: string; readonly abolished: string };
  readonly sources: string;
  readonly groups: Readonly<Record<ValueGroup | 'shares', { readonly title: string; readonly help: string }>>;
  readonly scales: Readonly<Record<ScaleName, string>>;
  readonly values: Readonly<Record<ValueName, string>>;
}

/** What the pages of the income years say. */
export const yearsTexts = catalogue<YearsTexts>({
  fr: {
    title: "Valeurs de l'impôt par année",
    introduction:
      "Ce que le serveur utilise pour calculer l'impôt sur les revenus de chaque année, avec les textes de loi et ce qui a changé d'une année à l'autre.",
    yearName: 'Revenus de {year}',
    declared: 'déclarés en {year}',
    years: 'Années',
    allYears: 'Toutes les années',
    columns: {
      year: 'Année',
      untaxed: "Non imposé jusqu'à, par part",
      cap: 'Plafond par demi-part',
      decote: 'Décote maximale, personne seule',
      change: 'Évolution du barème',
    },
    scrollable: 'Tableau des années',
    comparedWith: 'Ce qui change par rapport aux revenus de {year}',
    firstYear: "Première année connue : il n'y a rien à comparer.",
    value: 'Valeur',
    change: 'Évolution',
    rate: 'Taux',
    above: 'Au-delà de',
    offset: 'À retrancher, par part',
    rateBefore: '{rate} avant',
    points: '{difference} points',
    fromTo: 'de {least} à {most}',
    none: '–',
    notThisYear: "Ne s'applique pas aux revenus de cette année.",
    kinds: { same: 'inchangé', introduced: 'création', abolished: 'suppression' },
    sources: 'Textes',
    groups: {
      brackets: {
        title: 'Barème progressif',
        help: "Chaque taux s'applique à la fraction du revenu imposable, par part, qui dépasse le seuil.",
      },
      wageAllowance: {
        title: 'Abattement sur les salaires',
        help: 'Déduit du salaire de chaque personne pour ses frais professionnels, entre un minimum et un maximum.',
      },
      pensionAllowance: {
        title: 'Abattement sur les pensions',
        help: 'Déduit des pensions : le minimum vaut par personne, le maximum pour tout le foyer.',
      },
      shares: {
        title: 'Nombre de parts',
        help: 'Une part par adulte ; une demi-part pour chacun des deux premiers enfants, une part pour chaque enfant suivant, la moitié en garde alternée ; une demi-part de plus pour un parent isolé ; une part de plus pour un veuf ou une veuve avec enfants.',
      },
      familyQuotientCap: {
        title: 'Plafonnement du quotient familial',
        help: "Le plus que les parts des personnes à charge peuvent faire baisser l'impôt.",
      },
      decote: {
        title: 'Décote',
        help: "Réduit les petits impôts : le maximum, moins une fraction de l'impôt.",
      },
      modestReduction: {
        title: 'Réduction pour revenus modestes',
        help: "Réduit l'impôt des revenus modestes ; entre les deux seuils elle diminue peu à peu.",
      },
      cehr: {
        title: 'Contribution sur les hauts revenus (CEHR)',
        help: "S'ajoute à l'impôt : chaque taux s'applique à la fraction du revenu du foyer qui dépasse le seuil.",
      },
      collectionThreshold: {
        title: 'Seuil de recouvrement',
        help: "Un impôt inférieur à ce montant n'est pas réclamé.",
      },
      legacy: {
        title: "Constantes de l'ancienne application",
        help: "Cette installation calcule avec l'algorithme de l'ancienne application : elle utilise ces valeurs et non celles de la loi.",
      },
    },
    scales: {
      brackets: 'Revenu imposable par part',
      cehrSingle: 'Personne seule',
      cehrCouple: 'Couple',
      legacyBrackets: 'Tranches',
    },
    values: {
      wageRate: 'Taux',
      wageMin: 'Minimum par personne',
      wageMax: 'Maximum par personne',
      pensionRate: 'Taux',
      pensionMin: 'Minimum par personne',
      pensionMax: 'Maximum par foyer',
      capPerHalfShare: 'Par demi-part',
      capSingleParent: "Part du premier enfant d'un parent isolé",
      widowedReduction: 'Réduction complémentaire, veuvage avec enfants',
      decoteMaxSingle: 'Maximum, personne seule',
      decoteMaxCouple: 'Maximum, couple',
      decoteRate: "Fraction de l'impôt retranchée",
      reductionRate: 'Taux',
      reductionFullBelow: 'Entière au-dessous de, par adulte',
      reductionNilFrom: 'Nulle à partir de, par adulte',
      reductionStep: 'Relèvement des seuils par demi-part',
      collectionThreshold: 'Non réclamé au-dessous de',
      legacyAllowanceMin: 'Abattement minimal',
      legacyAllowanceMax: 'Abattement maximal',
      legacyHalfShareCap: 'Plafond du quotient familial par demi-part',
      legacyDecoteMaxSingle: 'Décote maximale, personne seule',
      legacyDecoteMaxCouple: 'Décote maximale, couple',
      legacyDecoteCeilingSingle: 'Impôt plafond pour la décote, personne seule',
      legacyDecoteCeilingCouple: 'Impôt plafond pour la décote, couple',
      legacyReductionCeilingSingle: 'Revenu plafond pour la réduction, personne seule',
      legacyReductionCeilingCouple: 'Revenu plafond pour la réduction, couple',
      legacyReductionStep: 'Relèvement de ce plafond par demi-part',
    },
  },
  en: {
    title: 'Tax values by year',
    introduction:
      "What the server uses to calculate the tax on each year's income, with the legal sources and what changed from one year to the next.",
    yearName: 'Income of {year}',
    declared: 'declared in {year}',
    years: 'Years',
    allYears: 'All years',
    columns: {
      year: 'Year',
      untaxed: 'Not taxed up to, per share',
      cap: 'Cap per half-share',
      decote: 'Highest décote, single person',
      change: 'Change of the scale',
    },
    scrollable: 'Table of the years',
    comparedWith: 'What changes compared with the income of {year}',
    firstYear: 'The first known year: there is nothing to compare it with.',
    value: 'Value',
    change: 'Change',
    rate: 'Rate',
    above: 'Above',
    offset: 'Taken off, per share',
    rateBefore: '{rate} before',
    points: '{difference} points',
    fromTo: '{least} to {most}',
    none: '–',
    notThisYear: 'Does not apply to the income of this year.',
    kinds: { same: 'unchanged', introduced: 'new', abolished: 'abolished' },
    sources: 'Legal texts (in French)',
    groups: {
      brackets: {
        title: 'Progressive scale',
        help: 'Each rate applies to the part of the taxable income, per share, above the threshold.',
      },
      wageAllowance: {
        title: 'Allowance on salaries',
        help: "Taken off each person's salary for professional costs, between a minimum and a maximum.",
      },
      pensionAllowance: {
        title: 'Allowance on pensions',
        help: 'Taken off pensions: the minimum is for each person, the maximum for the whole household.',
      },
      shares: {
        title: 'Number of shares',
        help: 'One share for each adult; half a share for each of the first two children, one share for each further child, half of that in shared custody; half a share more for a single parent; one share more for a widowed person with children.',
      },
      familyQuotientCap: {
        title: 'Cap on the family quotient',
        help: 'The most that the shares of dependants may take off the tax.',
      },
      decote: {
        title: 'Relief for low taxes (décote)',
        help: 'Lowers small taxes: the maximum, less a fraction of the tax.',
      },
      modestReduction: {
        title: 'Reduction for modest incomes',
        help: 'Lowers the tax on modest incomes; between the two thresholds it shrinks little by little.',
      },
      cehr: {
        title: 'Contribution on high incomes (CEHR)',
        help: "Comes on top of the tax: each rate applies to the part of the household's income above the threshold.",
      },
      collectionThreshold: {
        title: 'Collection threshold',
        help: 'A tax below this amount is not collected.',
      },
      legacy: {
        title: 'Constants of the earlier application',
        help: 'This installation calculates with the algorithm of the earlier application: it uses these values and not those of the law.',
      },
    },
    scales: {
      brackets: 'Taxable income per share',
      cehrSingle: 'Single person',
      cehrCouple: 'Couple',
      legacyBrackets: 'Brackets',
    },
    values: {
      wageRate: 'Rate',
      wageMin: 'Minimum per person',
      wageMax: 'Maximum per person',
      pensionRate: 'Rate',
      pensionMin: 'Minimum per person',
      pensionMax: 'Maximum per household',
      capPerHalfShare: 'Per half-share',
      capSingleParent: "Share of a single parent's first child",
      widowedReduction: 'Further reduction, widowed with children',
      decoteMaxSingle: 'Maximum, single person',
      decoteMaxCouple: 'Maximum, couple',
      decoteRate: 'Fraction of the tax taken off',
      reductionRate: 'Rate',
      reductionFullBelow: 'In full below, per adult',
      reductionNilFrom: 'Nothing from, per adult',
      reductionStep: 'Thresholds raised by, per half-share',
      collectionThreshold: 'Not collected below',
      legacyAllowanceMin: 'Lowest allowance',
      legacyAllowanceMax: 'Highest allowance',
      legacyHalfShareCap: 'Cap on the family quotient, per half-share',
      legacyDecoteMaxSingle: 'Highest décote, single person',
      legacyDecoteMaxCouple: 'Highest décote, couple',
      legacyDecoteCeilingSingle: 'Tax ceiling for the décote, single person',
      legacyDecoteCeilingCouple: 'Tax ceiling for the décote, couple',
      legacyReductionCeilingSingle: 'Income ceiling for the reduction, single person',
      legacyReductionCeilingCouple: 'Income ceiling for the reduction, couple',
      legacyReductionStep: 'Ceiling raised by, per half-share',
    },
  },
});
