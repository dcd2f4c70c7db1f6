import type { BoxTexts } from './box-words.ts';

export const boxesInFrench: BoxTexts = {
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
};
