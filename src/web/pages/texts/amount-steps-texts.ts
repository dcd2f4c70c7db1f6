import type { AmountStepId } from '../../../tax/explanation/explanation-steps.ts';
import { catalogue } from '../../../words/catalogue.ts';

interface AmountStepWords {
  readonly title: string;
  /** Why the amount is added or taken off. */
  readonly why: string;
}

/** The rules of the whole return in everyday words. The figures are in the step. */
export const amountStepTexts = catalogue<Readonly<Record<AmountStepId, AmountStepWords>>>({
  fr: {
    property: {
      title: 'Revenus fonciers',
      why: "Vos loyers nets s'ajoutent à vos revenus ; un déficit (case 4BC) les diminue.",
    },
    capitalIncome: {
      title: 'Dividendes et intérêts au barème',
      why: 'Vous avez choisi le barème (case 2OP) : les dividendes comptent pour 60 %, les intérêts en entier.',
    },
    microBusiness: {
      title: 'Micro-entreprise',
      why: "Votre chiffre d'affaires, moins un abattement qui tient lieu de frais.",
    },
    deficit: {
      title: 'Revenu global ramené à zéro',
      why: 'Un revenu négatif compte pour zéro cette année.',
    },
    csg: { title: 'CSG déductible', why: 'Une partie de la CSG que vous avez payée se déduit du revenu.' },
    alimonyPaid: {
      title: 'Pensions alimentaires versées',
      why: "Ce que vous versez se déduit, pour un enfant majeur jusqu'à un plafond.",
    },
    retirementSavings: {
      title: 'Épargne retraite',
      why: "Vos versements se déduisent jusqu'à votre plafond personnel, écrit sur votre avis d'impôt.",
    },
    ageAllowance: {
      title: 'Abattement pour âge ou invalidité',
      why: "À partir de 65 ans, ou avec une carte d'invalidité, un revenu modeste est diminué.",
    },
    attachedChildren: {
      title: 'Abattement pour enfants mariés rattachés',
      why: 'Chaque personne rattachée de cette façon donne un abattement, et pas de part.',
    },
    furtherReduction: {
      title: 'Réduction complémentaire',
      why: "Quand le plafond s'applique, les demi-parts d'invalidité, d'ancien combattant ou de veuvage redonnent une partie de ce qu'il a pris.",
    },
    overseas: {
      title: 'Réduction outre-mer',
      why: "Habiter outre-mer baisse l'impôt du barème de 30 ou 40 %, jusqu'à un plafond.",
    },
    aidGifts: {
      title: 'Dons aux personnes en difficulté',
      why: "75 % de vos dons jusqu'au plafond de l'année ; ce qui le dépasse compte avec les autres dons.",
    },
    nursingHome: {
      title: 'Dépenses de dépendance',
      why: "25 % de ce que vous payez à l'établissement, dans la limite de 10 000 € par personne.",
    },
    schooling: {
      title: 'Enfants scolarisés',
      why: 'Un montant fixe par enfant au collège, au lycée ou dans le supérieur, moitié moins en garde alternée.',
    },
    gifts: {
      title: 'Dons aux œuvres',
      why: '66 % de vos dons, dans la limite de 20 % de votre revenu.',
    },
    flatTax: {
      title: 'Impôt sur les dividendes et intérêts',
      why: 'Sans option pour le barème, ils sont imposés séparément, à 12,8 %.',
    },
    cdhr: {
      title: 'Contribution différentielle sur les hauts revenus',
      why: "Au-dessus de 250 000 € (500 000 € pour un couple), l'impôt est porté à 20 % du revenu.",
    },
    homeHelp: {
      title: 'Emploi à domicile',
      why: "La moitié de ce que vous payez pour une aide à domicile vous est rendue, jusqu'à un plafond.",
    },
    childCare: {
      title: "Garde d'enfants",
      why: "La moitié des frais de garde hors du domicile vous est rendue, jusqu'à un plafond par enfant.",
    },
    nicheCap: {
      title: 'Plafonnement des avantages fiscaux',
      why: "Emploi à domicile et garde d'enfants ne peuvent dépasser 10 000 € par an à eux deux.",
    },
    unionDues: {
      title: 'Cotisations syndicales',
      why: '66 % de vos cotisations, dans la limite de 1 % de vos revenus ; rien si vous déduisez vos frais réels.',
    },
    advanceLevy: {
      title: 'Prélèvement déjà versé par la banque',
      why: "Ce que votre banque a prélevé d'avance vous est rendu.",
    },
    withheld: {
      title: 'Solde',
      why: 'Ce qui a été prélevé à la source est déjà payé.',
    },
  },
  en: {
    property: {
      title: 'Property income',
      why: 'Your net rents are added to your income; a deficit (box 4BC) lowers it.',
    },
    capitalIncome: {
      title: 'Dividends and interest in the scale',
      why: 'You chose the scale (box 2OP): dividends count for 60%, interest as a whole.',
    },
    microBusiness: {
      title: 'Micro-business',
      why: 'Your turnover, less an allowance that stands for all costs.',
    },
    deficit: { title: 'Income brought up to zero', why: 'A negative income counts as zero this year.' },
    csg: { title: 'Deductible CSG', why: 'Part of the CSG that you paid is deducted from your income.' },
    alimonyPaid: {
      title: 'Alimony paid',
      why: 'What you pay is deducted; for an adult child, up to a ceiling.',
    },
    retirementSavings: {
      title: 'Retirement savings',
      why: 'Your payments are deducted up to your own ceiling, shown on your tax notice.',
    },
    ageAllowance: {
      title: 'Allowance for age or disability',
      why: 'From 65, or with a disability card, a modest income is reduced.',
    },
    attachedChildren: {
      title: 'Allowance for attached married children',
      why: 'Each person attached in this way gives an allowance, and no share.',
    },
    furtherReduction: {
      title: 'Further reduction',
      why: 'Where the cap applies, half-shares for disability, veterans and widowhood give back part of what it took.',
    },
    overseas: {
      title: 'Overseas reduction',
      why: 'Living overseas lowers the tax of the scale by 30 or 40%, up to a ceiling.',
    },
    aidGifts: {
      title: 'Gifts for people in need',
      why: '75% of your gifts up to the ceiling of the year; what exceeds it counts with the other gifts.',
    },
    nursingHome: {
      title: 'Nursing home',
      why: '25% of what you pay to the home, within €10,000 for each person.',
    },
    schooling: {
      title: 'Children in school',
      why: 'A fixed amount for each child in lower, upper secondary or higher education, half of it in shared custody.',
    },
    gifts: { title: 'Gifts to charities', why: '66% of your gifts, within 20% of your income.' },
    flatTax: {
      title: 'Tax on dividends and interest',
      why: 'Without the option for the scale they are taxed separately, at 12.8%.',
    },
    cdhr: {
      title: 'Differential contribution on high incomes',
      why: 'Above €250,000 (€500,000 for a couple) the tax is brought up to 20% of the income.',
    },
    homeHelp: {
      title: 'Help at home',
      why: 'Half of what you pay for help at home is refunded, up to a ceiling.',
    },
    childCare: {
      title: 'Child care',
      why: 'Half of the costs of child care outside the home is refunded, up to a ceiling for each child.',
    },
    nicheCap: {
      title: 'Cap on tax advantages',
      why: 'Help at home and child care together cannot exceed €10,000 a year.',
    },
    unionDues: {
      title: 'Union dues',
      why: '66% of your dues, within 1% of your income; nothing if you deduct actual costs.',
    },
    advanceLevy: {
      title: 'Levy already paid by the bank',
      why: 'What your bank took in advance is given back.',
    },
    withheld: { title: 'Balance', why: 'What was withheld at source is already paid.' },
  },
});
