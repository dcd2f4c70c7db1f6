import type { Separator } from '../../csv/cells.ts';
import type { FileKind } from '../../csv/sniff.ts';
import { twoReadings } from '../../csv/written-numbers.ts';
import { MAX_CHILDREN, MAX_INCOME } from '../../tax/return/bounds.ts';
import { formatBoxIssue, formatCannotCalculate } from '../../words/box-issue-texts.ts';
import type { BoxValueIssue, CsvIssue, Suspect, UnusableReason, ValueIssue } from '../csv-issues.ts';
import type { OtherAmount } from '../fields.ts';
import { isUnmarriedCouple } from '../values.ts';
import type { BulkTexts } from './bulk-texts.ts';
import { cellExcerpt } from './cell-excerpt.ts';

const euros = (amount: number) => amount.toLocaleString('fr');

const mebibytes = (bytes: number) => Math.round(bytes / 2 ** 20);

type Readings = NonNullable<ReturnType<typeof twoReadings>>;

const twoAmounts = ({ withThousands, withDecimals }: Readings) =>
  `peut vouloir dire ${euros(withThousands)} € ou ${euros(withDecimals)} € : écrivez-le sans point ni virgule`;

const allowed: Readonly<Record<ValueIssue['code'], (issue: ValueIssue) => string>> = {
  amount: ({ value }) => {
    const readings = twoReadings(value);
    return readings === null
      ? `montant attendu, de 0 à ${euros(MAX_INCOME)} €, par exemple 55555, 55 555 ou 55555,50`
      : twoAmounts(readings);
  },
  children: () => `nombre entier attendu, de 0 à ${MAX_CHILDREN}`,
  yesOrNo: () => 'oui ou non attendu',
  status: ({ value }) =>
    isUnmarriedCouple(value)
      ? 'des concubins forment deux foyers fiscaux : une ligne par personne, comme célibataire'
      : 'célibataire, couple, marié, pacsé ou veuf attendu',
  incomeYear: ({ knownYears }) => `années connues : ${knownYears.join(', ')}`,
  singleParentOnlyWhenSingle: () => 'seule une personne célibataire peut être parent isolé (case T)',
  singleParentNeedsChild: () => 'un parent isolé a au moins un enfant (case T)',
  twoDeclarantsOnlyForCouple: () => 'seul un couple (marié ou pacsé) a un second déclarant',
  tooManyChildren: () => `au plus ${MAX_CHILDREN} enfants en tout`,
};

const separators: Readonly<Record<Separator, string>> = {
  ';': 'points-virgules',
  ',': 'virgules',
  '\t': 'tabulations',
};

const otherAmounts: Readonly<Record<OtherAmount, string>> = {
  afterAllowance: "est après l'abattement de 10 %",
  gross: 'est avant les cotisations sociales',
  paidOut: 'est ce qui est versé, non ce qui est imposé',
  ofMonth: "est le montant d'un mois",
  ofAnyKind: "ne dit pas s'il s'agit d'un salaire ou d'une pension",
};

const kinds: Readonly<Record<FileKind, string>> = {
  zip: 'un classeur Excel (.xlsx) ou une archive ZIP',
  archive: 'une archive ZIP',
  ods: 'un classeur OpenDocument (.ods)',
  xlsb: 'un classeur Excel binaire (.xlsb)',
  oldExcel: 'un classeur Excel (.xls)',
  pdf: 'un document PDF',
  image: 'une image',
  gzip: 'une archive compressée',
  utf16: 'un texte en UTF-16',
  binary: 'un fichier binaire',
};

export const french: BulkTexts = {
  issue: (issue) => issueText(issue),
  reason: (issue) => reasonText(issue),
  unusable: (reason) => unusableText(reason),
  unusedColumns: (names) => `Colonnes non utilisées, gardées telles quelles : ${names}.`,
  quoted: (name) => quoted(name),
};

function issueText(issue: CsvIssue): string {
  const reason = reasonText(issue);
  return 'column' in issue
    ? `${cellExcerpt(issue.column)} « ${cellExcerpt(issue.value)} » : ${reason}`
    : reason;
}

function reasonText(issue: CsvIssue): string {
  switch (issue.code) {
    case 'columnCount':
      return `${issue.found} colonnes au lieu de ${issue.expected}`;
    case 'otherSeparator':
      return `séparée par des ${separators[issue.found]}, et non par des ${separators[issue.separator]} comme la première ligne`;
    case 'quote':
      return 'guillemets mal fermés';
    case 'lineTooLong':
      return `ligne de plus de ${issue.longest} caractères`;
    case 'cannotCalculate':
      return formatCannotCalculate(issue.reason, 'fr');
    case 'box':
      return boxReason(issue);
    case 'boxList':
      return 'cases attendues sous la forme 1AK=6000 7UF=300, chacune une seule fois, sans celles qui ont leur propre colonne';
    case 'residence':
      return 'un département comme 75 ou 971, ou un nom comme Martinique, est attendu';
    case 'monthlyPay':
      return 'un net imposable du mois, supérieur à 0 €, est attendu';
    default:
      return allowed[issue.code](issue);
  }
}

/** An amount with two possible readings is shown with both. */
function boxReason({ issue, value }: BoxValueIssue): string {
  const readings = issue.code === 'boxValue' && issue.kind === 'euros' ? twoReadings(value) : null;
  return readings === null ? formatBoxIssue(issue, 'fr') : twoAmounts(readings);
}

function unusableText(reason: UnusableReason): string {
  switch (reason.code) {
    case 'empty':
      return 'Le fichier est vide.';
    case 'noLine':
      return "Le fichier n'a aucun foyer : il n'y a rien sous les noms des colonnes.";
    case 'notText':
      return `Le fichier est ${kinds[reason.kind]}, pas du texte : dans Excel ou LibreOffice, enregistrez la feuille au format « CSV UTF-8 ».`;
    case 'noKnownColumn':
      return `Aucune colonne n'est reconnue : ${suspects(reason.columns)}. La première ligne nomme les colonnes, par exemple : année, situation, enfants, salaire.`;
    case 'misspeltColumn':
      return `Colonne mal écrite : ${suspects(reason.columns)}.`;
    case 'noIncomeColumn':
      return `Aucune colonne n'a de salaire ou de pension, et tous les impôts seraient de 0${among(reason.columns)}. Nommez la colonne « salaire 1 » ou « pension 1 » : montants nets imposables de l'année, avant l'abattement de 10 %.`;
    case 'columnTwice':
      return `Deux colonnes ont le même sens : ${reason.columns.map(quoted).join(' et ')}.`;
    case 'headerQuote':
      return 'Dans la première ligne, les guillemets sont mal fermés.';
    case 'headerTooLong':
      return `La première ligne a plus de ${reason.longest} caractères : ce n'est pas un tableau CSV.`;
    case 'encryptedWorkbook':
      return 'Le classeur est protégé par un mot de passe : dans Excel, ôtez-le (Fichier > Informations > Protéger le classeur), enregistrez, puis renvoyez le fichier.';
    case 'workbookTooLarge':
      return `Décompressé, le classeur dépasse ${mebibytes(reason.most)} Mio : enregistrez la feuille au format « CSV UTF-8 ».`;
    case 'damagedWorkbook':
      return 'Le classeur est endommagé ou incomplet : ouvrez-le dans Excel ou LibreOffice, enregistrez-le de nouveau, puis renvoyez-le.';
    case 'noSheet':
      return "Le classeur n'a aucune feuille visible.";
    case 'mergedCells':
      return `Les cellules ${reason.range} sont fusionnées, et seule la première a une valeur : annulez la fusion et remplissez chaque cellule.`;
    case 'tooManyColumns':
      return `Un classeur de foyers a au plus ${euros(reason.most)} colonnes : supprimez celles qui ne servent pas, ou utilisez le format CSV.`;
    case 'tooManyRows':
      return `Une feuille de calcul a au plus ${euros(reason.most)} lignes : demandez les résultats en CSV.`;
  }
}

const quoted = (name: string) => `« ${cellExcerpt(name)} »`;

function suspects(columns: readonly Suspect[]): string {
  const some = columns.slice(0, 5).map(({ column, nearest, otherAmount }) => {
    if (otherAmount) return `${quoted(column)} ${otherAmounts[otherAmount]}`;
    return nearest === null ? quoted(column) : `${quoted(column)} (vouliez-vous dire ${quoted(nearest)} ?)`;
  });
  return columns.length > some.length ? `${some.join(', ')}…` : some.join(', ');
}

function among(columns: readonly Suspect[]): string {
  return columns.length === 0 ? '' : ` : ${suspects(columns)}`;
}
