import type { Language } from '../model/language.ts';
import { BOXES, type Box, type BoxCode } from '../tax/return/boxes.ts';
import { type FieldBox, isFieldBox } from '../tax/return/field-boxes.ts';
import type { Rule } from '../tax/return/household-rules.ts';
import { normalizeColumn } from './normalize-name.ts';

/** The fields of most households. `married` is the contract's short form of `status`. */
export const SHORT_FIELDS = [
  'incomeYear',
  'status',
  'married',
  'singleParent',
  'children',
  'sharedCustodyChildren',
  'salary1',
  'pension1',
  'salary2',
  'pension2',
] as const;

export type ShortField = (typeof SHORT_FIELDS)[number];

/** A box that is not a short field. */
export type BoxField = Exclude<BoxCode, FieldBox | 'status' | 'residence'>;

/** The fields of a household in a file. */
export type Field = ShortField | 'residence' | 'boxes' | BoxField;

const OTHER_BOXES: readonly Box[] = BOXES.filter(
  ({ row, code }) => row.kind !== 'choice' && !isFieldBox(code),
);

const BOX_FIELDS: ReadonlyMap<string, Box> = new Map(OTHER_BOXES.map((box) => [box.code, box]));

/** The box of a field; undefined for a field that every household has. */
export function boxOfField(field: Field): Box | undefined {
  return BOX_FIELDS.get(field);
}

/** Without one of these, a file has nothing to tax. */
export function isIncome(field: Field): boolean {
  return INCOMES.has(field) || INCOME_SECTIONS.has(boxOfField(field)?.section ?? '');
}

const INCOMES: ReadonlySet<string> = new Set(['salary1', 'pension1', 'salary2', 'pension2']);
const INCOME_SECTIONS: ReadonlySet<string> = new Set(['incomes', 'otherIncomes']);

interface Names {
  readonly en: readonly string[];
  readonly fr: readonly string[];
  /** Boxes of the return. */
  readonly boxes?: readonly string[];
}

/** The names of each field in a header, compared by {@link normalizeColumn}. The first is its own. */
const SHORT_NAMES: Readonly<Record<ShortField, Names>> = {
  incomeYear: { en: ['incomeYear', 'year'], fr: ['année', 'année de revenus'] },
  status: {
    en: ['status', 'marital status', 'family status', 'civil status'],
    fr: [
      'situation',
      'situation familiale',
      'situation de famille',
      'situation matrimoniale',
      'statut',
      'statut marital',
      'statut matrimonial',
      'état civil',
    ],
  },
  married: {
    en: ['married', 'married or pacs', 'married or in a civil partnership'],
    fr: ['marié', 'mariée', 'marié ou pacsé'],
  },
  singleParent: { en: ['singleParent', 'lone parent'], fr: ['parent isolé'], boxes: ['T', '0BT'] },
  children: {
    en: ['children', 'dependent children', 'dependant children'],
    fr: ['enfants', 'enfant', 'enfants à charge', 'enfants garde exclusive'],
    boxes: ['0CF'],
  },
  sharedCustodyChildren: {
    en: ['sharedCustodyChildren', 'children in shared custody', 'shared custody'],
    fr: ['enfants garde alternée', 'garde alternée', 'enfants résidence alternée'],
    boxes: ['0CH'],
  },
  salary1: {
    en: ['salary1', 'salary', 'taxable salary', 'net taxable salary', 'salary declarant 1', 'wages'],
    fr: [
      'salaire 1',
      'salaire',
      'salaires',
      'salaire imposable',
      'salaire net imposable',
      'salaire net imposable 1',
      'salaire déclarant 1',
      'salaires déclarant 1',
      'traitements et salaires',
      'net imposable',
    ],
    boxes: ['1AJ'],
  },
  pension1: {
    en: ['pension1', 'pension', 'pensions', 'taxable pension', 'retirement pension', 'pension declarant 1'],
    fr: [
      'pension 1',
      'pension',
      'pensions',
      'pension imposable',
      'pension de retraite',
      'pensions de retraite',
      'retraite',
      'retraites',
      'retraite 1',
      'pension déclarant 1',
      'pensions déclarant 1',
    ],
    boxes: ['1AS'],
  },
  salary2: {
    en: ['salary2', 'net taxable salary 2', 'salary declarant 2', 'spouse salary', "spouse's salary"],
    fr: [
      'salaire 2',
      'salaire net imposable 2',
      'salaire déclarant 2',
      'salaires déclarant 2',
      'salaire conjoint',
      'salaire net imposable conjoint',
    ],
    boxes: ['1BJ'],
  },
  pension2: {
    en: ['pension2', 'pension declarant 2', 'spouse pension', "spouse's pension"],
    fr: [
      'pension 2',
      'pension déclarant 2',
      'pensions déclarant 2',
      'pension conjoint',
      'retraite conjoint',
      'retraite 2',
    ],
    boxes: ['1BS'],
  },
};

/** All boxes in one column, `1AK=6000 7UF=300`, as simulations are exported. */
const BOXES_NAMES: Names = { en: ['boxes'], fr: ['cases', 'cases de la déclaration'] };
const RESIDENCE_NAMES: Names = { en: ['residence'], fr: ['résidence', 'département de résidence'] };

export interface KnownName {
  readonly field: Field;
  /** The languages of the name. */
  readonly languages: readonly Language[];
  /** As in the documentation. */
  readonly name: string;
}

/** The position of a field, and its name in the file. */
export interface Column {
  readonly field: Field;
  readonly position: number;
  readonly name: string;
}

/** Every known name by its normalized form. */
const KNOWN_NAMES: ReadonlyMap<string, KnownName> = knownNames();

export const KNOWN_KEYS: readonly string[] = [...KNOWN_NAMES.keys()];

/** The field of a column; undefined for an unknown name. */
export function knownName(column: string): KnownName | undefined {
  return KNOWN_NAMES.get(normalizeColumn(column));
}

function knownNames(): Map<string, KnownName> {
  const known = new Map<string, KnownName>();
  const add = (name: string, field: Field, languages: KnownName['languages']) => {
    const before = known.get(normalizeColumn(name));
    const all = new Set([...(before?.languages ?? []), ...languages]);
    known.set(normalizeColumn(name), { field, languages: [...all], name: before?.name ?? name });
  };
  for (const [field, { en, fr, boxes = [] }] of namesOfFields()) {
    for (const name of en) add(name, field, ['en']);
    for (const name of fr) add(name, field, ['fr']);
    for (const name of boxes) add(name, field, ['en', 'fr']);
  }
  return known;
}

/** What a column can say: of a household, or of its pay. */
export type ColumnField = Field | 'monthlyPay';

/** What this program calls a field; boxes of the return by their code. */
export function fieldName(field: ColumnField, language: Language): string {
  if (field === 'monthlyPay') return language === 'fr' ? 'salaire mensuel' : field;
  const names =
    boxOfField(field) === undefined ? namesOfFields().find(([known]) => known === field)?.[1] : undefined;
  return names?.[language][0] ?? field;
}

/** The short fields first, so that they keep common names. */
function namesOfFields(): readonly (readonly [Field, Names])[] {
  return [
    ...SHORT_FIELDS.map((field) => [field, SHORT_NAMES[field]] as const),
    ['residence', RESIDENCE_NAMES],
    ['boxes', BOXES_NAMES],
    ...OTHER_BOXES.map(({ code, csv: [en, fr] }): [Field, Names] => [
      code as BoxField,
      { en: [en], fr: [fr], boxes: [code] },
    ]),
  ];
}

/** Amounts that are not the yearly salary or pension before the allowance: used as one, they give a wrong tax. */
const OTHER_AMOUNT_NAMES = {
  /** After the allowance of 10 %, which would be deducted again. */
  afterAllowance: [
    'revenu imposable',
    'revenus imposables',
    'revenu net imposable',
    'revenu fiscal',
    'revenu fiscal de référence',
    'taxable income',
    'net taxable income',
  ],
  gross: ['salaire brut', 'revenu brut', 'brut', 'gross salary', 'gross income', 'gross'],
  /** What is paid out; the taxable salary is higher. */
  paidOut: ['salaire net', 'salaire net à payer', 'net à payer', 'net salary', 'net pay', 'take-home pay'],
  ofMonth: ['salaire mensuel', 'salaire net mensuel', 'monthly salary', 'monthly net salary'],
  /** Salaries and pensions have different allowances. */
  ofAnyKind: ['revenu', 'revenus', 'revenu du foyer', 'revenus du foyer', 'income', 'household income'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type OtherAmount = keyof typeof OTHER_AMOUNT_NAMES;

const OTHER_AMOUNTS: ReadonlyMap<string, OtherAmount> = new Map(
  (Object.keys(OTHER_AMOUNT_NAMES) as OtherAmount[]).flatMap((kind) =>
    OTHER_AMOUNT_NAMES[kind].map((name) => [normalizeColumn(name), kind] as const),
  ),
);

/** The kind of unusable amount in a column; undefined for any other column. */
export function otherAmount(column: string): OtherAmount | undefined {
  return OTHER_AMOUNTS.get(normalizeColumn(column));
}

/** The field at which a broken rule between several fields is reported. */
export const FIELD_OF: Readonly<Record<Rule['field'], ShortField>> = {
  singleParent: 'singleParent',
  children: 'children',
  declarants: 'salary2',
};
