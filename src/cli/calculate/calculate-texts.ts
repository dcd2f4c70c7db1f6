import type { Language } from '../../model/language.ts';

export interface ResultTexts {
  readonly incomeYear: string;
  readonly method: string;
  readonly wageAllowance: string;
  readonly pensionAllowance: string;
  readonly taxableIncome: string;
  readonly shares: string;
  readonly taxWithAllShares: string;
  readonly taxAfterCap: string;
  readonly decote: string;
  readonly reduction: string;
  readonly surcharge: string;
  readonly rate: string;
  readonly cehr: string;
  readonly reductions: string;
  readonly credits: string;
  readonly referenceIncome: string;
  readonly amountDue: string;
  readonly withheld: string;
  readonly balance: string;
  readonly householdRate: string;
  readonly individualRate: (declarant: number) => string;
  readonly neutralRate: (declarant: number) => string;
  readonly unknownRate: string;
}

/** The rows of the table of `calculate`. */
export const resultTexts: Readonly<Record<Language, ResultTexts>> = {
  fr: {
    incomeYear: 'Année de revenus',
    method: 'Méthode',
    wageAllowance: 'Abattement sur les salaires',
    pensionAllowance: 'Abattement sur les pensions',
    taxableIncome: 'Revenu imposable',
    shares: 'Parts',
    taxWithAllShares: 'Impôt selon le barème',
    taxAfterCap: 'Impôt après plafonnement',
    decote: 'Décote',
    reduction: 'Réduction',
    surcharge: 'Surcote (plafonnement)',
    rate: 'Taux de la tranche',
    cehr: 'CEHR',
    reductions: "Réductions d'impôt",
    credits: "Crédits d'impôt",
    referenceIncome: 'Revenu fiscal de référence',
    amountDue: 'Impôt à payer',
    withheld: 'Retenue à la source',
    balance: 'Solde (négatif : remboursé)',
    householdRate: 'Prélèvement : taux du foyer',
    individualRate: (declarant) => `Prélèvement : taux individualisé ${declarant}`,
    neutralRate: (declarant) => `Prélèvement : taux neutre ${declarant}`,
    unknownRate: 'inconnu',
  },
  en: {
    incomeYear: 'Income year',
    method: 'Method',
    wageAllowance: 'Allowance on salaries',
    pensionAllowance: 'Allowance on pensions',
    taxableIncome: 'Taxable income',
    shares: 'Shares',
    taxWithAllShares: 'Tax by the scale',
    taxAfterCap: 'Tax after the cap',
    decote: 'Décote',
    reduction: 'Reduction',
    surcharge: 'Surcharge (cap)',
    rate: 'Rate of the bracket',
    cehr: 'CEHR',
    reductions: 'Tax reductions',
    credits: 'Tax credits',
    referenceIncome: 'Reference income',
    amountDue: 'Tax to pay',
    withheld: 'Withheld at source',
    balance: 'Balance (negative: refunded)',
    householdRate: 'Withholding: household rate',
    individualRate: (declarant) => `Withholding: individual rate ${declarant}`,
    neutralRate: (declarant) => `Withholding: neutral rate ${declarant}`,
    unknownRate: 'unknown',
  },
};

interface FileTexts {
  readonly line: (line: number, issues: string) => string;
  readonly more: (count: number) => string;
  readonly done: (lines: number, wrong: number) => string;
  readonly progress: (lines: string, perSecond: string, secondsLeft: string) => string;
  readonly sheet: (name: string, others: number) => string;
  readonly sameFile: string;
  readonly noMacros: string;
  readonly stopped: string;
  readonly file: (reason: string) => string;
  readonly noFolder: (folder: string) => string;
  /** Added to the name of a file for its results. */
  readonly resultSuffix: string;
  readonly resultIn: (file: string) => string;
  readonly isNoTable: (file: string) => string;
  readonly isConfiguration: (file: string) => string;
  /** Why a file cannot be read or written, by the system's code. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** The texts of `calculate FILE` on standard error. */
export const fileTexts: Readonly<Record<Language, FileTexts>> = {
  fr: {
    line: (line, issues) => `ligne ${line} : ${issues}`,
    more: (count) => `… et ${count} autres lignes en erreur ; la colonne erreur dit pourquoi`,
    done: (lines, wrong) =>
      `${lines} ${lines < 2 ? 'ligne lue' : 'lignes lues'}, ${lines - wrong} ${lines - wrong < 2 ? 'calculée' : 'calculées'}, ${wrong} en erreur`,
    progress: (lines, perSecond, left) => `${lines} lignes, ${perSecond}/s${left && `, reste ${left} s`}`,
    sheet: (name, others) =>
      `Feuille « ${name} » lue ; ${others} ${others < 2 ? 'autre ne l’est' : 'autres ne le sont'} pas.`,
    sameFile: 'Le résultat remplacerait le fichier lu : donnez un autre nom à --output.',
    noMacros: 'Le résultat n’a pas de macros : donnez à --output un nom en .xlsx ou .csv.',
    stopped: 'Arrêté : le résultat incomplet est effacé.',
    file: (reason) => `Fichier : ${reason}`,
    noFolder: (folder) => `il n’y a pas de dossier ${folder}`,
    resultSuffix: 'résultat',
    resultIn: (file) => `Résultat : ${file}`,
    isNoTable: (file) =>
      `${file} n'est ni un fichier CSV ni un classeur .xlsx.
  Dans Excel : Fichier > Enregistrer sous, type « Classeur Excel (.xlsx) » ou « CSV UTF-8 » ; puis déposez ce fichier-là sur le programme,
  ou tapez : tax-server calculate FICHIER.csv --output RÉSULTAT.csv`,
    isConfiguration: (file) =>
      `${file} est une configuration, pas un fichier de foyers.
  Pour démarrer le serveur avec elle : tax-server --config "${file}"`,
    reasons: {
      ENOENT: 'il n’existe pas',
      EACCES: 'accès refusé',
      EPERM: 'accès refusé',
      EEXIST: 'il existe déjà et n’est pas remplacé',
      EISDIR: "c'est un dossier",
      ENOSPC: 'le disque est plein',
    },
  },
  en: {
    line: (line, issues) => `line ${line}: ${issues}`,
    more: (count) => `… and ${count} more wrong lines; the column error says why`,
    done: (lines, wrong) =>
      `${lines} ${lines === 1 ? 'line' : 'lines'} read, ${lines - wrong} calculated, ${wrong} wrong`,
    progress: (lines, perSecond, left) => `${lines} lines, ${perSecond}/s${left && `, ${left} s left`}`,
    sheet: (name, others) =>
      `Sheet "${name}" read; ${others} ${others === 1 ? 'other is' : 'others are'} not.`,
    sameFile: 'The results would replace the file being read: give --output another name.',
    noMacros: 'The results have no macros: give --output a name that ends in .xlsx or .csv.',
    stopped: 'Stopped: the incomplete results are removed.',
    file: (reason) => `File: ${reason}`,
    noFolder: (folder) => `there is no folder ${folder}`,
    resultSuffix: 'result',
    resultIn: (file) => `Result: ${file}`,
    isNoTable: (file) =>
      `${file} is neither a CSV file nor an .xlsx workbook.
  In Excel: File > Save as, type "Excel Workbook (.xlsx)" or "CSV UTF-8"; then drop that file on the program,
  or type: tax-server calculate FILE.csv --output RESULT.csv`,
    isConfiguration: (file) =>
      `${file} is a configuration, not a file of households.
  To start the server with it: tax-server --config "${file}"`,
    reasons: {
      ENOENT: 'it does not exist',
      EACCES: 'permission denied',
      EPERM: 'permission denied',
      EEXIST: 'it exists already and is not replaced',
      EISDIR: 'it is a folder',
      ENOSPC: 'the disk is full',
    },
  },
};
