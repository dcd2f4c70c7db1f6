import { catalogue } from '../../../words/catalogue.ts';

interface DetailedFormTexts {
  /** The buttons for changing between the forms, and what the other form has. */
  readonly moreDetails: string;
  readonly moreDetailsHelp: string;
  readonly fewerDetails: string;
  readonly keptDetails: string;
  readonly formTitle: string;
  readonly situation: string;
  readonly situations: {
    readonly single: string;
    readonly couple: string;
    readonly widowed: string;
  };
  readonly situationHelp: string;
  readonly singleParent: string;
  /** Its name in the list of issues. */
  readonly boxT: string;
  readonly singleParentHelp: string;
  readonly dependants: string;
  readonly children: string;
  readonly childrenHelp: string;
  readonly sharedCustody: string;
  readonly sharedCustodyHelp: string;
  readonly declarant1: string;
  readonly declarant2: string;
  readonly declarant2Help: string;
  readonly salary: string;
  readonly salaryHelp: string;
  readonly pension: string;
  readonly pensionHelp: string;
  readonly incomesHelp: string;
  readonly issueOf: string;
  /** What was typed is not an amount. */
  readonly invalidAmount: string;
  /** Both readings, in euros. */
  readonly ambiguousAmount: string;
}

/** The texts of the detailed form, which asks for everything that the official calculation uses. */
export const detailedFormTexts = catalogue<DetailedFormTexts>({
  fr: {
    moreDetails: 'Plus de détails',
    moreDetailsHelp: "Retraites, frais réels, dons, garde d'enfants, loyers, et toute la déclaration.",
    fewerDetails: 'Formulaire court',
    keptDetails: 'Vos autres détails sont gardés, mais ce formulaire calcule sans eux.',
    formTitle: 'Votre foyer en détail',
    situation: 'Votre situation au 31 décembre',
    situations: {
      single: 'Célibataire, divorcé(e) ou séparé(e)',
      couple: 'Marié(e) ou pacsé(e)',
      widowed: 'Veuf ou veuve',
    },
    situationHelp:
      'Cases M, O, C, D ou V de la déclaration 2042. En concubinage, chacun fait sa déclaration.',
    singleParent: 'Je vis seul(e) avec mes enfants et les élève seul(e)',
    boxT: 'Case T',
    singleParentHelp:
      'Case T de la déclaration 2042 : parent isolé. Une demi-part de plus (un quart pour un seul enfant, en garde alternée), pour les célibataires, divorcés ou séparés.',
    dependants: 'Enfants à charge',
    children: 'À votre charge',
    childrenHelp:
      'Case F : enfants mineurs, et case J : enfants majeurs célibataires rattachés à votre foyer.',
    sharedCustody: 'En garde alternée',
    sharedCustodyHelp: 'Case H : ils vivent autant chez chaque parent et comptent pour moitié.',
    declarant1: 'Déclarant 1',
    declarant2: 'Déclarant 2',
    declarant2Help: "Votre conjoint, pour un couple marié ou pacsé. Laissez vide s'il n'a pas de revenus.",
    salary: 'Salaires',
    salaryHelp: 'Case {box} : salaire net imposable.',
    pension: 'Pensions',
    pensionHelp: 'Case {box} : retraites et pensions imposables.',
    incomesHelp: "Montants de toute l'année, avant l'abattement de 10 %, arrondis à l'euro inférieur.",
    issueOf: '{label} : {issue}',
    invalidAmount:
      'Indiquez un montant de 0 à {max}\u00a0€, par exemple 55555 ou 55 555,50, au lieu de « {value} ».',
    ambiguousAmount:
      '« {value} » peut vouloir dire {withThousands}\u00a0€ ou {withDecimals}\u00a0€ : écrivez le montant sans point ni virgule.',
  },
  en: {
    moreDetails: 'More details',
    moreDetailsHelp: 'Retirement pensions, actual costs, gifts, child care, rents, and the whole return.',
    fewerDetails: 'Short form',
    keptDetails: 'Your other details are kept, but this form calculates without them.',
    formTitle: 'Your household in detail',
    situation: 'Your situation on 31 December',
    situations: {
      single: 'Single, divorced or separated',
      couple: 'Married or in a civil partnership (PACS)',
      widowed: 'Widowed',
    },
    situationHelp:
      'Boxes M, O, C, D or V of tax form 2042. Partners who only live together each file their own.',
    singleParent: 'I live alone with my children and raise them alone',
    boxT: 'Box T',
    singleParentHelp:
      'Box T of tax form 2042: single parent. Half a share more (a quarter for an only child in shared custody), for single, divorced or separated people.',
    dependants: 'Dependent children',
    children: 'In your sole charge',
    childrenHelp: 'Box F: minors, and box J: unmarried adult children who are taxed with you.',
    sharedCustody: 'In shared custody',
    sharedCustodyHelp: 'Box H: they live as much with each parent and count for half.',
    declarant1: 'First person',
    declarant2: 'Second person',
    declarant2Help: 'Your spouse or PACS partner. Leave empty if there is no income.',
    salary: 'Salary',
    salaryHelp: 'Box {box}: net taxable salary.',
    pension: 'Pension',
    pensionHelp: 'Box {box}: taxable pensions.',
    incomesHelp: 'Amounts of the whole year, before the 10% allowance, rounded down to the whole euro.',
    issueOf: '{label}: {issue}',
    invalidAmount: 'Enter an amount from 0 to €{max}, such as 55555 or 55 555.50, instead of “{value}”.',
    ambiguousAmount:
      '“{value}” may mean €{withThousands} or €{withDecimals}: write the amount without a point or comma.',
  },
});
