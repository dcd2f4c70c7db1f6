import { catalogue } from '../../../words/catalogue.ts';

interface ShortFormTexts {
  readonly salary: string;
  readonly secondSalary: string;
  /** What the salaries are of. */
  readonly period: string;
  readonly yearly: string;
  readonly monthly: string;
  readonly where: string;
  readonly whereLines: readonly string[];
}

/** What the short form asks of the salaries. */
export const shortFormTexts = catalogue<ShortFormTexts>({
  fr: {
    salary: 'Salaire net imposable',
    secondSalary: 'Salaire de votre conjoint ou partenaire',
    period: 'Salaires indiqués',
    yearly: 'par an',
    monthly: 'par mois × 12',
    where: 'Où trouver ce montant ?',
    whereLines: [
      'Sur le bulletin de paie de décembre : la ligne « Net imposable », colonne du cumul annuel.',
      'Sur la déclaration de revenus : la case 1AJ, déjà remplie (1BJ pour votre conjoint).',
      "Ce n'est pas le « net payé » : le net imposable compte aussi une partie de la CSG et la CRDS, qui ne vous sont pas versées.",
    ],
  },
  en: {
    salary: 'Net taxable salary',
    secondSalary: "Your partner's salary",
    period: 'Salaries given',
    yearly: 'per year',
    monthly: 'per month × 12',
    where: 'Where do I find this amount?',
    whereLines: [
      'On the December payslip: the line “Net imposable”, in the year-to-date column.',
      'On the tax return: box 1AJ, already filled in (1BJ for your partner).',
      'It is not the “net payé”: the net taxable salary also includes part of the CSG and the CRDS, which are not paid out to you.',
    ],
  },
});
