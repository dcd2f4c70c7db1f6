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

const euros = (amount: number) => amount.toLocaleString('en');

const mebibytes = (bytes: number) => Math.round(bytes / 2 ** 20);

type Readings = NonNullable<ReturnType<typeof twoReadings>>;

const twoAmounts = ({ withThousands, withDecimals }: Readings) =>
  `may mean €${euros(withThousands)} or €${euros(withDecimals)}: write it without a point or comma`;

const allowed: Readonly<Record<ValueIssue['code'], (issue: ValueIssue) => string>> = {
  amount: ({ value }) => {
    const readings = twoReadings(value);
    return readings === null
      ? `an amount from 0 to €${euros(MAX_INCOME)} is expected, such as 55555, 55 555 or 55555.50`
      : twoAmounts(readings);
  },
  children: () => `a whole number from 0 to ${MAX_CHILDREN} is expected`,
  yesOrNo: () => 'yes or no is expected',
  status: ({ value }) =>
    isUnmarriedCouple(value)
      ? 'an unmarried couple is two households: one line for each person, as single'
      : 'single, couple, married or widowed is expected',
  incomeYear: ({ knownYears }) => `known years: ${knownYears.join(', ')}`,
  singleParentOnlyWhenSingle: () => 'only a single person can be a single parent (box T)',
  singleParentNeedsChild: () => 'a single parent has at least one child (box T)',
  twoDeclarantsOnlyForCouple: () => 'only a couple has a second declarant',
  tooManyChildren: () => `at most ${MAX_CHILDREN} children in all`,
};

const separators: Readonly<Record<Separator, string>> = { ';': 'semicolons', ',': 'commas', '\t': 'tabs' };

const otherAmounts: Readonly<Record<OtherAmount, string>> = {
  afterAllowance: 'is after the allowance of 10%',
  gross: 'is before social contributions',
  paidOut: 'is what is paid out, not what is taxed',
  ofMonth: 'is the amount of a month',
  ofAnyKind: 'does not say whether it is a salary or a pension',
};

const kinds: Readonly<Record<FileKind, string>> = {
  zip: 'an Excel workbook (.xlsx) or a ZIP archive',
  archive: 'a ZIP archive',
  ods: 'an OpenDocument workbook (.ods)',
  xlsb: 'a binary Excel workbook (.xlsb)',
  oldExcel: 'an Excel workbook (.xls)',
  pdf: 'a PDF document',
  image: 'a picture',
  gzip: 'a compressed archive',
  utf16: 'a text in UTF-16',
  binary: 'a binary file',
};

export const english: BulkTexts = {
  issue: (issue) => issueText(issue),
  reason: (issue) => reasonText(issue),
  unusable: (reason) => unusableText(reason),
  unusedColumns: (names) => `Columns not used, kept as they are: ${names}.`,
  quoted: (name) => quoted(name),
};

function issueText(issue: CsvIssue): string {
  const reason = reasonText(issue);
  return 'column' in issue ? `${cellExcerpt(issue.column)} "${cellExcerpt(issue.value)}": ${reason}` : reason;
}

function reasonText(issue: CsvIssue): string {
  switch (issue.code) {
    case 'columnCount':
      return `${issue.found} columns instead of ${issue.expected}`;
    case 'otherSeparator':
      return `separated by ${separators[issue.found]}, and not by ${separators[issue.separator]} like the first line`;
    case 'quote':
      return 'a quote is not closed correctly';
    case 'lineTooLong':
      return `the line has more than ${issue.longest} characters`;
    case 'cannotCalculate':
      return formatCannotCalculate(issue.reason, 'en');
    case 'box':
      return boxReason(issue);
    case 'boxList':
      return 'boxes are expected as 1AK=6000 7UF=300, each once, without those that have their own column';
    case 'residence':
      return 'a department such as 75 or 971, or a name such as Martinique, is expected';
    case 'monthlyPay':
      return 'the net taxable pay of a month, above €0, is expected';
    default:
      return allowed[issue.code](issue);
  }
}

/** An amount with two possible readings is shown with both. */
function boxReason({ issue, value }: BoxValueIssue): string {
  const readings = issue.code === 'boxValue' && issue.kind === 'euros' ? twoReadings(value) : null;
  return readings === null ? formatBoxIssue(issue, 'en') : twoAmounts(readings);
}

function unusableText(reason: UnusableReason): string {
  switch (reason.code) {
    case 'empty':
      return 'The file is empty.';
    case 'noLine':
      return 'The file has no household: there is nothing below the column names.';
    case 'notText':
      return `The file is ${kinds[reason.kind]}, not a text: in Excel or LibreOffice, save the sheet as "CSV UTF-8".`;
    case 'noKnownColumn':
      return `No column is recognised: ${suspects(reason.columns)}. The first line names the columns, for example: incomeYear, status, children, salary1.`;
    case 'misspeltColumn':
      return `Misspelt column: ${suspects(reason.columns)}.`;
    case 'noIncomeColumn':
      return `No column has a salary or pension, and every tax would be 0${among(reason.columns)}. Name the column salary1 or pension1: net taxable amounts of the year, before the allowance of 10%.`;
    case 'columnTwice':
      return `Two columns mean the same thing: ${reason.columns.map(quoted).join(' and ')}.`;
    case 'headerQuote':
      return 'In the first line, a quote is not closed correctly.';
    case 'headerTooLong':
      return `The first line has more than ${reason.longest} characters: this is not a CSV table.`;
    case 'encryptedWorkbook':
      return 'The workbook needs a password: remove it in Excel (File > Info > Protect Workbook), save, then send the file again.';
    case 'workbookTooLarge':
      return `Unpacked, the workbook is larger than ${mebibytes(reason.most)} MiB: save the sheet as "CSV UTF-8".`;
    case 'damagedWorkbook':
      return 'The workbook is damaged or incomplete: open it in Excel or LibreOffice, save it again, then send it.';
    case 'noSheet':
      return 'The workbook has no visible sheet.';
    case 'mergedCells':
      return `The cells ${reason.range} are merged, and only the first has a value: undo that and fill every cell.`;
    case 'tooManyColumns':
      return `A workbook of households has at most ${euros(reason.most)} columns: delete those that are not needed, or use CSV.`;
    case 'tooManyRows':
      return `A sheet has at most ${euros(reason.most)} rows: ask for the results as CSV.`;
  }
}

const quoted = (name: string) => `"${cellExcerpt(name)}"`;

function suspects(columns: readonly Suspect[]): string {
  const some = columns.slice(0, 5).map(({ column, nearest, otherAmount }) => {
    if (otherAmount) return `${quoted(column)} ${otherAmounts[otherAmount]}`;
    return nearest === null ? quoted(column) : `${quoted(column)} (did you mean ${quoted(nearest)}?)`;
  });
  return columns.length > some.length ? `${some.join(', ')}…` : some.join(', ');
}

function among(columns: readonly Suspect[]): string {
  return columns.length === 0 ? '' : `: ${suspects(columns)}`;
}
