import type { BoxName } from '../tax/return/boxes.ts';
import { catalogue } from './catalogue.ts';

interface BoxWords {
  /** As plainly as the form allows. */
  readonly label: string;
  /** What the box does, and what belongs into it. */
  readonly help: string;
}

/** The words of each row of the return: a row without words in both languages does not compile. */
export const boxWords = catalogue<Readonly<Record<BoxName, BoxWords>>>({
  fr: {
    situation: { label: 'Situation', help: 'Votre situation au 31 décembre donne vos premières parts.' },
    residence: {
      label: 'Résidence au 31 décembre',
      help: "Habiter outre-mer baisse l'impôt du barème de 30 ou 40 %, jusqu'à un plafond.",
    },
    birthYear: {
      label: 'Année de naissance',
      help: "L'âge compte au 31 décembre : il ouvre droit à l'abattement des 65 ans et aux cases W et S.",
    },
    disabled: {
      label: "Carte d'invalidité",
      help: "Une demi-part de plus, et l'abattement pour invalidité à tout âge.",
    },
    raisedChildAlone: {
      label: 'A élevé un enfant seul pendant 5 ans',
      help: 'Pour une personne qui vit seule, sans personne à charge : une demi-part de plus, dont le gain est plafonné plus bas.',
    },
    veteran: {
      label: "Ancien combattant d'au moins 74 ans",
      help: "Une demi-part de plus pour une personne seule d'au moins 74 ans (ou sa veuve). Indiquez l'année de naissance.",
    },
    veteranCouple: {
      label: "Couple dont l'un est ancien combattant d'au moins 74 ans",
      help: 'Une demi-part de plus pour le couple. Indiquez les années de naissance.',
    },
    warWidow: { label: 'Pension de veuve de guerre', help: 'Une demi-part de plus pour une personne veuve.' },
    singleParent: {
      label: 'Parent isolé',
      help: 'Vous vivez seul avec vos enfants et les élevez seul : une demi-part de plus, ou un quart en garde alternée.',
    },
    children: {
      label: 'Enfants à charge',
      help: 'Une demi-part pour chacun des deux premiers, une part pour chacun des suivants.',
    },
    disabledChildren: {
      label: "Dont enfants avec carte d'invalidité",
      help: 'Une demi-part de plus pour chacun ; ils comptent aussi dans la case F.',
    },
    sharedCustodyChildren: {
      label: 'Enfants en garde alternée',
      help: 'Chacun donne à chaque parent la moitié de sa part.',
    },
    disabledSharedCustodyChildren: {
      label: "Dont en garde alternée avec carte d'invalidité",
      help: 'Un quart de part de plus pour chacun ; ils comptent aussi dans la case H.',
    },
    disabledDependants: {
      label: 'Personnes invalides à charge',
      help: "Une personne titulaire d'une carte d'invalidité qui vit avec vous compte comme un enfant, plus une demi-part.",
    },
    attachedAdultChildren: {
      label: 'Enfants majeurs rattachés',
      help: 'Un enfant majeur célibataire rattaché compte comme un enfant à charge.',
    },
    attachedMarriedChildren: {
      label: 'Enfants mariés rattachés, nombre de personnes',
      help: 'Avec conjoint et enfants, donc au moins deux personnes : un abattement pour chacune, et pas de part.',
    },
    salary: { label: 'Salaires', help: "Salaire net imposable de l'année, avant l'abattement de 10 %." },
    unemployment: {
      label: 'Chômage, préretraite',
      help: 'Imposé comme un salaire, avec le même abattement.',
    },
    actualCosts: {
      label: 'Frais réels',
      help: "Ils remplacent l'abattement de 10 % quand ils sont plus élevés.",
    },
    exemptOvertime: {
      label: 'Heures supplémentaires exonérées',
      help: 'Non imposées, mais comptées dans le revenu fiscal de référence.',
    },
    pension: {
      label: 'Retraites et pensions',
      help: "Pensions imposables de l'année, avant l'abattement de 10 %.",
    },
    alimonyReceived: { label: 'Pensions alimentaires reçues', help: 'Imposées comme une pension.' },
    microRents: {
      label: 'Micro-foncier : loyers bruts',
      help: "Jusqu'à 15 000 € : 30 % des loyers tiennent lieu de frais. Sans les cases 4BA, 4BB et 4BC.",
    },
    netRents: { label: 'Revenus fonciers nets', help: 'Loyers moins charges, au régime réel.' },
    rentalDeficit: {
      label: 'Déficit imputable sur les revenus fonciers',
      help: 'Il attend vos prochains loyers : sans effet cette année.',
    },
    deficitOnGlobalIncome: {
      label: 'Déficit imputable sur le revenu global',
      help: "Jusqu'à 10 700 € : il diminue vos autres revenus.",
    },
    earlierRentalDeficits: {
      label: 'Déficits fonciers antérieurs',
      help: "Déduits des loyers de l'année, jamais au-dessous de zéro.",
    },
    dividends: { label: 'Dividendes', help: 'Imposés à 12,8 %, ou pour 60 % au barème avec la case 2OP.' },
    interest: {
      label: 'Intérêts et placements à revenu fixe',
      help: 'Imposés à 12,8 %, ou au barème avec la case 2OP.',
    },
    scaleOption: {
      label: 'Option pour le barème',
      help: 'Dividendes et intérêts sont alors imposés avec vos autres revenus, au lieu de 12,8 %.',
    },
    deductibleCsgIncome: {
      label: 'Revenus ouvrant droit à CSG déductible',
      help: "Avec l'option pour le barème, 6,8 % de ce montant se déduisent du revenu.",
    },
    advanceLevy: {
      label: 'Prélèvement déjà versé',
      help: "Ce que la banque a prélevé d'avance (12,8 %) vous est rendu comme crédit.",
    },
    microSales: {
      label: 'Micro-entreprise : ventes',
      help: "Chiffre d'affaires des ventes ; un abattement de 71 % tient lieu de frais.",
    },
    microServices: {
      label: 'Micro-entreprise : prestations de services',
      help: "Chiffre d'affaires ; un abattement de 50 % tient lieu de frais.",
    },
    microLiberal: {
      label: 'Micro-entreprise : professions libérales',
      help: 'Recettes ; un abattement de 34 % tient lieu de frais.',
    },
    deductibleCsg: {
      label: 'CSG déductible',
      help: "Le montant que l'administration a inscrit sur votre déclaration.",
    },
    alimonyAdultChild1: {
      label: 'Pension versée à un enfant majeur',
      help: "Déduite jusqu'à un plafond par enfant ; l'enfant n'est pas rattaché.",
    },
    alimonyAdultChild2: {
      label: 'Pension versée à un second enfant majeur',
      help: "Déduite jusqu'à un plafond par enfant.",
    },
    oldAlimonyAdultChild1: {
      label: 'Pension à un enfant majeur, jugement avant 2006',
      help: "Comptée pour 125 %, jusqu'au même plafond.",
    },
    oldAlimonyAdultChild2: {
      label: 'Pension à un second enfant majeur, jugement avant 2006',
      help: "Comptée pour 125 %, jusqu'au même plafond.",
    },
    otherAlimony: {
      label: 'Autres pensions alimentaires versées',
      help: 'À des enfants mineurs, des parents, un ancien conjoint : sans plafond.',
    },
    retirementSavings: {
      label: "Versements sur un plan d'épargne retraite (PER)",
      help: "Déduits jusqu'à votre plafond personnel : remplissez aussi la case du plafond.",
    },
    retirementCeiling: {
      label: "Plafond de déduction de l'épargne retraite",
      help: "Il est écrit sur votre dernier avis d'impôt.",
    },
    aidGifts: {
      label: 'Dons aux personnes en difficulté',
      help: "75 % reviennent, jusqu'au plafond de l'année ; le reste compte avec les autres dons.",
    },
    gifts: { label: 'Dons aux œuvres', help: '66 % reviennent, dans la limite de 20 % de votre revenu.' },
    nursingHome: {
      label: "Dépendance : frais d'établissement",
      help: '25 % reviennent, dans la limite de 10 000 € par personne.',
    },
    lowerSecondary: { label: 'Enfants au collège', help: '61 € de réduction pour chacun.' },
    upperSecondary: { label: 'Enfants au lycée', help: '153 € de réduction pour chacun.' },
    higherEducation: { label: 'Enfants dans le supérieur', help: '183 € de réduction pour chacun.' },
    sharedLowerSecondary: {
      label: 'Enfants au collège, en garde alternée',
      help: 'La moitié de 61 € pour chacun.',
    },
    sharedUpperSecondary: {
      label: 'Enfants au lycée, en garde alternée',
      help: 'La moitié de 153 € pour chacun.',
    },
    sharedHigherEducation: {
      label: 'Enfants dans le supérieur, en garde alternée',
      help: 'La moitié de 183 € pour chacun.',
    },
    homeHelp: {
      label: 'Emploi à domicile',
      help: "La moitié revient, jusqu'à un plafond : ménage, jardin, garde à la maison.",
    },
    homeHelpFirstYear: {
      label: "Première année d'emploi direct",
      help: "Le plafond de l'emploi à domicile est alors plus haut.",
    },
    helpedParents: {
      label: 'Ascendants de 65 ans ou plus aidés chez eux',
      help: "Nombre de parents avec l'APA dont vous payez l'aide : ils relèvent le plafond.",
    },
    disabilityAtHome: {
      label: "Carte d'invalidité dans le foyer",
      help: "Le plafond de l'emploi à domicile devient 20 000 €.",
    },
    childCare1: {
      label: 'Garde hors du domicile, 1er enfant',
      help: "Enfant de moins de 6 ans : la moitié revient, jusqu'à un plafond par enfant.",
    },
    childCare2: {
      label: 'Garde hors du domicile, 2e enfant',
      help: "Enfant de moins de 6 ans : la moitié revient, jusqu'à un plafond par enfant.",
    },
    childCare3: {
      label: 'Garde hors du domicile, 3e enfant',
      help: "Enfant de moins de 6 ans : la moitié revient, jusqu'à un plafond par enfant.",
    },
    sharedChildCare1: {
      label: 'Garde, 1er enfant en garde alternée',
      help: 'Comme ci-dessus, avec la moitié du plafond.',
    },
    sharedChildCare2: {
      label: 'Garde, 2e enfant en garde alternée',
      help: 'Comme ci-dessus, avec la moitié du plafond.',
    },
    sharedChildCare3: {
      label: 'Garde, 3e enfant en garde alternée',
      help: 'Comme ci-dessus, avec la moitié du plafond.',
    },
    unionDues: {
      label: 'Cotisations syndicales',
      help: '66 % reviennent, dans la limite de 1 % des revenus ; rien avec des frais réels.',
    },
    withheld: {
      label: 'Retenue à la source déjà payée',
      help: "Ce qui a été prélevé sur vos revenus de l'année, acomptes compris.",
    },
  },
  en: {
    situation: { label: 'Status', help: 'Your status on 31 December sets your first shares.' },
    residence: {
      label: 'Residence on 31 December',
      help: 'Living overseas lowers the tax of the scale by 30 or 40%, up to a ceiling.',
    },
    birthYear: {
      label: 'Year of birth',
      help: 'Your age counts on 31 December: it opens the allowance from 65 on and boxes W and S.',
    },
    disabled: {
      label: 'Disability card',
      help: 'Half a share more, and the allowance for disability at any age.',
    },
    raisedChildAlone: {
      label: 'Raised a child alone for 5 years',
      help: 'For somebody who lives alone without dependants: half a share more, whose gain has a lower cap.',
    },
    veteran: {
      label: 'Veteran aged 74 or more',
      help: 'Half a share more for somebody alone from 74 on (or the widow). Enter the year of birth.',
    },
    veteranCouple: {
      label: 'Couple with a veteran aged 74 or more',
      help: 'Half a share more for the couple. Enter the years of birth.',
    },
    warWidow: { label: "War widow's pension", help: 'Half a share more for a widowed person.' },
    singleParent: {
      label: 'Single parent',
      help: 'You live alone with your children and raise them alone: half a share more, or a quarter in shared custody.',
    },
    children: {
      label: 'Dependent children',
      help: 'Half a share for each of the first two, a share for each further one.',
    },
    disabledChildren: {
      label: 'Of these, with a disability card',
      help: 'Half a share more for each; they count in box F too.',
    },
    sharedCustodyChildren: {
      label: 'Children in shared custody',
      help: 'Each gives each parent half of the share.',
    },
    disabledSharedCustodyChildren: {
      label: 'Of these, with a disability card',
      help: 'A quarter of a share more for each; they count in box H too.',
    },
    disabledDependants: {
      label: 'Dependent disabled persons',
      help: 'A person with a disability card who lives with you counts like a child, plus half a share.',
    },
    attachedAdultChildren: {
      label: 'Attached adult children',
      help: 'An unmarried adult child who is taxed with you counts like a dependent child.',
    },
    attachedMarriedChildren: {
      label: 'Attached married children, number of persons',
      help: 'With spouse and children, so two persons at least: an allowance for each, and no share.',
    },
    salary: { label: 'Salary', help: 'Net taxable salary of the year, before the allowance of 10%.' },
    unemployment: { label: 'Unemployment benefit', help: 'Taxed like a salary, with the same allowance.' },
    actualCosts: { label: 'Actual costs', help: 'They replace the allowance of 10% where they are higher.' },
    exemptOvertime: { label: 'Exempt overtime', help: 'Not taxed, but counted in the reference income.' },
    pension: {
      label: 'Retirement pensions',
      help: 'Taxable pensions of the year, before the allowance of 10%.',
    },
    alimonyReceived: { label: 'Alimony received', help: 'Taxed like a pension.' },
    microRents: {
      label: 'Rents, flat scheme',
      help: 'Up to 15,000 €: 30% of the rents stand for all costs. Not with boxes 4BA, 4BB and 4BC.',
    },
    netRents: { label: 'Net rents', help: 'Rents less costs.' },
    rentalDeficit: {
      label: 'Deficit for later rents',
      help: 'It waits for your next rents: no effect this year.',
    },
    deficitOnGlobalIncome: {
      label: 'Deficit on global income',
      help: 'Up to 10,700 €: it lowers your other income.',
    },
    earlierRentalDeficits: {
      label: 'Earlier rental deficits',
      help: "Deducted from this year's rents, never below zero.",
    },
    dividends: { label: 'Dividends', help: 'Taxed at 12.8%, or for 60% in the scale with box 2OP.' },
    interest: { label: 'Interest', help: 'Taxed at 12.8%, or in the scale with box 2OP.' },
    scaleOption: {
      label: 'Option for the scale',
      help: 'Dividends and interest are then taxed with your other income instead of 12.8%.',
    },
    deductibleCsgIncome: {
      label: 'Income giving deductible CSG',
      help: 'With the option for the scale, 6.8% of it is deducted from the income.',
    },
    advanceLevy: {
      label: 'Advance levy paid',
      help: 'What the bank took in advance (12.8%) comes back as a credit.',
    },
    microSales: {
      label: 'Micro-business: sales',
      help: 'Turnover of sales; an allowance of 71% stands for all costs.',
    },
    microServices: {
      label: 'Micro-business: services',
      help: 'Turnover; an allowance of 50% stands for all costs.',
    },
    microLiberal: {
      label: 'Micro-business: liberal professions',
      help: 'Receipts; an allowance of 34% stands for all costs.',
    },
    deductibleCsg: { label: 'Deductible CSG', help: 'The amount that stands on your return already.' },
    alimonyAdultChild1: {
      label: 'Alimony to an adult child',
      help: 'Deducted up to a ceiling for each child, who is not attached to you.',
    },
    alimonyAdultChild2: {
      label: 'Alimony to a second adult child',
      help: 'Deducted up to a ceiling for each child.',
    },
    oldAlimonyAdultChild1: {
      label: 'Alimony to an adult child, judgment before 2006',
      help: 'Counts for 125%, up to the same ceiling.',
    },
    oldAlimonyAdultChild2: {
      label: 'Alimony to a second adult child, judgment before 2006',
      help: 'Counts for 125%, up to the same ceiling.',
    },
    otherAlimony: {
      label: 'Other alimony paid',
      help: 'To minors, parents, a former spouse: without a ceiling.',
    },
    retirementSavings: {
      label: 'Retirement savings (PER)',
      help: 'Deducted up to your own ceiling: fill in its box too.',
    },
    retirementCeiling: { label: 'Ceiling of retirement savings', help: 'It stands on your last tax notice.' },
    aidGifts: {
      label: 'Gifts for people in need',
      help: '75% comes back, up to the ceiling of the year; the rest counts with other gifts.',
    },
    gifts: { label: 'Gifts to charities', help: '66% comes back, within 20% of your income.' },
    nursingHome: { label: 'Nursing home', help: '25% comes back, within 10,000 € for each person.' },
    lowerSecondary: { label: 'Children in lower secondary school', help: '61 € off the tax for each.' },
    upperSecondary: { label: 'Children in upper secondary school', help: '153 € off the tax for each.' },
    higherEducation: { label: 'Children in higher education', help: '183 € off the tax for each.' },
    sharedLowerSecondary: {
      label: 'In lower secondary school, shared custody',
      help: 'Half of 61 € for each.',
    },
    sharedUpperSecondary: {
      label: 'In upper secondary school, shared custody',
      help: 'Half of 153 € for each.',
    },
    sharedHigherEducation: { label: 'In higher education, shared custody', help: 'Half of 183 € for each.' },
    homeHelp: {
      label: 'Help at home',
      help: 'Half of it comes back, up to a ceiling: cleaning, garden, care at home.',
    },
    homeHelpFirstYear: {
      label: 'First year as an employer',
      help: 'The ceiling of help at home is then higher.',
    },
    helpedParents: {
      label: 'Parents from 65 helped at their home',
      help: 'How many parents on APA you pay help for: they raise the ceiling.',
    },
    disabilityAtHome: {
      label: 'Disability card in the household',
      help: 'The ceiling of help at home becomes 20,000 €.',
    },
    childCare1: {
      label: 'Child care, first child',
      help: 'Under 6 years: half of it comes back, up to a ceiling for each child.',
    },
    childCare2: {
      label: 'Child care, second child',
      help: 'Under 6 years: half of it comes back, up to a ceiling for each child.',
    },
    childCare3: {
      label: 'Child care, third child',
      help: 'Under 6 years: half of it comes back, up to a ceiling for each child.',
    },
    sharedChildCare1: {
      label: 'Child care, first child in shared custody',
      help: 'As above, with half of the ceiling.',
    },
    sharedChildCare2: {
      label: 'Child care, second child in shared custody',
      help: 'As above, with half of the ceiling.',
    },
    sharedChildCare3: {
      label: 'Child care, third child in shared custody',
      help: 'As above, with half of the ceiling.',
    },
    unionDues: {
      label: 'Union dues',
      help: '66% comes back, within 1% of your income; nothing with actual costs.',
    },
    withheld: {
      label: 'Tax withheld at source',
      help: 'What was taken from your income of the year, instalments included.',
    },
  },
});
