import { MAX_CHILDREN, MAX_INCOME } from '../../tax/return/bounds.ts';
import type { ProblemType } from './problem-types.ts';

/** The texts of the API's page in another language than that of the document for programs, which is English. */
export interface ReferenceWords {
  readonly about: string;
  /** By their ids in the document. */
  readonly operations: Readonly<
    Record<string, { readonly summary: string; readonly about: string; readonly success: string }>
  >;
  readonly notModified: string;
  /** By their names, in the address or in the headers. */
  readonly parameters: Readonly<Record<string, string>>;
  /** By their names; the boxes of the return have a page of their own. */
  readonly fields: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<ProblemType, string>>;
}

const AMOUNT = `un nombre entier d'euros de 0 à ${MAX_INCOME}`;
const CHILDREN = `un nombre entier de 0 à ${MAX_CHILDREN}, tous les enfants ensemble au plus ${MAX_CHILDREN}`;

export const referenceInFrench: ReferenceWords = {
  about:
    "L'impôt sur le revenu pour les programmes : sans session, en JSON. Chaque demande porte un jeton de l'API, ou un nom d'utilisateur et un mot de passe. Les montants sont des euros entiers, les taux des fractions. Les navigateurs d'autres sites sont refusés (pas de CORS).",
  operations: {
    createCalculation: {
      summary: "Calculer l'impôt d'un foyer",
      about:
        "La méthode official est la loi ; legacy est l'algorithme de l'application précédente, qui connaît la vie en couple, les enfants et la somme des revenus. Sans method, la méthode configurée calcule ; sans incomeYear, c'est l'année configurée, ou la dernière que connaît la méthode. Avec withholding: true, la réponse a aussi les taux de prélèvement du foyer, que POST /withholding explique ; par la méthode official, pour les revenus à partir de 2020.",
      success: "L'impôt, ses montants intermédiaires et ses étapes. Rien n'est gardé.",
    },
    createBatch: {
      summary: 'Calculer les impôts de nombreux foyers',
      about:
        "Du CSV, un tableau JSON ou des lignes de JSON ; la réponse a la même forme et part pendant que les foyers arrivent. En JSON, chaque élément est le corps d'un calcul simple. Ce qui ne va pas dans l'un est dit à sa place et n'arrête pas les autres, jusqu'à 1 000 éléments JSON fautifs et dix de plus pour chaque élément juste : là, la réponse s'arrête, et son dernier élément le dit.",
      success: 'Un résultat ou une erreur par foyer, dans leur ordre.',
    },
    createWithholding: {
      summary: "Ce qui est prélevé sur la paie d'un foyer",
      about:
        "Les taux du foyer, de chacun d'un couple et le taux neutre, par la méthode official, pour les revenus à partir de 2020 : d'où ils viennent, ce qu'ils prennent sur chaque paie pendant douze mois à partir du mois de septembre de l'année suivante, et le solde. Ce qui n'est pas établi est nommé dans leftOut, et aucun taux n'est alors donné.",
      success: "Les taux et ce qu'ils prélèvent. Rien n'est gardé.",
    },
    listTaxYears: {
      summary: 'Toutes les années de revenus, avec leurs valeurs et leurs sources légales',
      about: '',
      success: 'Les années, de la première à la dernière.',
    },
    getTaxYear: {
      summary: "Les valeurs d'une année de revenus, avec leurs sources légales",
      about: '',
      success: "L'année.",
    },
  },
  notModified: "Rien n'a changé depuis l'ETag envoyé.",
  parameters: {
    withholding:
      'Pour text/csv et la méthode official : true ajoute les colonnes householdRate, individualRate1 et individualRate2, en pour cent avec une décimale, et pour une colonne monthlyPay (paie nette imposable du mois) neutralRate. Vide : pas de taux, ou aucun qui soit établi.',
    'If-None-Match':
      "L'ETag d'une réponse précédente : la réponse est 304 quand rien n'a changé depuis elle.",
    incomeYear: "L'année des revenus.",
  },
  fields: {
    household:
      'un objet avec status, singleParent, children, sharedCustodyChildren et declarants, et si voulu boxes et residence',
    'household.status': '"single", "couple" ou "widowed"',
    'household.singleParent':
      'true ou false, false s’il manque ; true seulement avec le status "single" et au moins un enfant',
    'household.children': CHILDREN,
    'household.sharedCustodyChildren': CHILDREN,
    'household.declarants': 'une liste d’un déclarant, ou de deux avec le status "couple"',
    'household.declarants[]': 'un objet avec salary et pension',
    'household.declarants[].salary': AMOUNT,
    'household.declarants[].pension': AMOUNT,
    'household.boxes':
      'un objet de cases de la déclaration par leurs codes, comme {"1AK": 4200, "7UF": 200} ; declarants tient lieu de 1AJ et de ses semblables',
    'household.residence': 'un département comme "75" ou "971", ou un nom comme "Martinique"',
    incomeYear:
      'une année de GET /tax-years, en nombre ; sans elle, l’année configurée, ou la dernière que connaît la méthode (2018 pour legacy), et la réponse le dit dans notice',
    method: '"official" ou "legacy"',
    monthlyPay:
      'd’un prélèvement : une liste de ce que chaque déclarant gagne par mois, null pour qui n’a pas de paie ; sans elle, un douzième de l’année',
    'monthlyPay[]': `des euros nets imposables, plus de 0 et au plus ${MAX_INCOME}, ou null`,
    territory: 'd’un prélèvement : un lieu comme dans household.residence, pour le taux neutre',
    date: 'd’un prélèvement : un jour comme "2026-09-01", pour le taux neutre',
    rates: 'd’un prélèvement : une liste des taux demandés',
    'rates[]': '"household", "individual" (couples seulement) ou "neutral"',
  },
  problems: {
    'malformed-request': "L'adresse, un en-tête ou le transfert du corps est rompu.",
    'malformed-json':
      "Le corps est vide, n'est pas de l'UTF-8 ou du JSON, a trop de niveaux, ou nomme deux fois un membre.",
    'not-signed-in':
      "Envoyez avec chaque demande un jeton de l'API (Authorization: Bearer …) ou un nom d'utilisateur et un mot de passe (Authorization: Basic …). Sans utilisateurs dans la configuration, le mot de passe affiché au démarrage vaut, sur la machine du serveur seulement.",
    'cross-site':
      "Un navigateur dit que la page d'un autre site a envoyé la demande. L'API est pour les programmes ; elle n'admet aucun site (CORS).",
    'not-found':
      "Le chemin n'est celui d'aucune opération de l'API, ou nomme une année de revenus sans valeurs.",
    'method-not-allowed': "L'en-tête Allow nomme les méthodes acceptées.",
    'not-acceptable': "L'en-tête Accept refuse application/json, seule forme de la réponse.",
    'body-too-large': 'Le détail nomme la limite, en octets du corps décompressé.',
    'unsupported-media-type':
      "Le corps doit être application/json en UTF-8 ; celui d'un lot peut être aussi application/x-ndjson ou text/csv. L'en-tête Content-Type, son charset ou Content-Encoding nomme autre chose.",
    'unusable-file':
      "Un lot en CSV est vide, est un autre genre de fichier, ou n'a pas d'en-tête connu, pas de colonne de revenus ou pas de ligne.",
    'invalid-calculation':
      "Le corps est du JSON, mais enfreint une règle. Le membre errors les donne toutes d'un coup.",
    'too-many-requests':
      'Les en-têtes RateLimit-Policy et RateLimit disent la limite, Retry-After quand continuer.',
    'too-many-sign-ins':
      'De faux mots de passe ont été envoyés trop souvent. Retry-After dit quand le prochain sera regardé.',
    'unexpected-error': "Un défaut. Le journal en a les détails, à l'identifiant que nomme instance.",
    busy: "Il fait autant qu'il accepte à la fois. Retry-After dit quand réessayer.",
    unavailable: "La base de données n'est pas encore là. Retry-After dit quand réessayer.",
  },
};
