import type { Language } from '../model/language.ts';
/** An example file to fill in, for spreadsheets of the language: with a byte order mark. */
export function fileTemplate(
  language: Language,
  incomeYear: number,
): { readonly name: string; readonly text: string } {
  const { name, separator, lines } = templates[language];
  const rows = lines.map((cells) => cells.map((cell) => (cell === YEAR ? incomeYear : cell)).join(separator));
  return { name, text: `\ufeff${rows.join('\r\n')}\r\n` };
}

const YEAR = '{year}';

const templates = {
  fr: {
    name: 'modèle.csv',
    separator: ';',
    lines: [
      [
        'année',
        'situation',
        'parent isolé',
        'enfants',
        'enfants en garde alternée',
        'salaire 1',
        'pension 1',
        'salaire 2',
        'pension 2',
      ],
      [YEAR, 'célibataire', 'non', '0', '0', '28000', '0', '', ''],
      [YEAR, 'couple', 'non', '2', '0', '35000', '0', '20555', '0'],
      [YEAR, 'célibataire', 'oui', '1', '1', '31000', '0', '', ''],
      [YEAR, 'veuf', 'non', '0', '0', '0', '24000', '', ''],
    ],
  },
  en: {
    name: 'template.csv',
    separator: ',',
    lines: [
      [
        'year',
        'status',
        'singleParent',
        'children',
        'sharedCustodyChildren',
        'salary1',
        'pension1',
        'salary2',
        'pension2',
      ],
      [YEAR, 'single', 'no', '0', '0', '28000', '0', '', ''],
      [YEAR, 'couple', 'no', '2', '0', '35000', '0', '20555', '0'],
      [YEAR, 'single', 'yes', '1', '1', '31000', '0', '', ''],
      [YEAR, 'widowed', 'no', '0', '0', '0', '24000', '', ''],
    ],
  },
} as const;
