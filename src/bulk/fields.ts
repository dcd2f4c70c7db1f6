import type { Household } from '../tax/household.ts';
import { plainName } from './plain-name.ts';

/** What a line can say of a household. `married` is the contract's short form of `status`. */
export const FIELDS = [
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

export type Field = (typeof FIELDS)[number];

/** The names under which a field is found in a header, as {@link plainName} leaves them. The first is its own. */
const NAMES: Readonly<
  Record<Field, { readonly en: readonly [string, ...string[]]; readonly fr: readonly [string, ...string[]] }>
> = {
  incomeYear: { en: ['incomeYear', 'year'], fr: ['année', 'année de revenus', 'année des revenus'] },
  status: { en: ['status'], fr: ['situation', 'situation familiale'] },
  married: { en: ['married'], fr: ['marié'] },
  singleParent: { en: ['singleParent'], fr: ['parent isolé'] },
  children: { en: ['children'], fr: ['enfants'] },
  sharedCustodyChildren: {
    en: ['sharedCustodyChildren'],
    fr: ['enfants garde alternée', 'enfants en garde alternée'],
  },
  salary1: { en: ['salary1', 'salary'], fr: ['salaire 1', 'salaire'] },
  pension1: { en: ['pension1', 'pension'], fr: ['pension 1', 'pension'] },
  salary2: { en: ['salary2'], fr: ['salaire 2'] },
  pension2: { en: ['pension2'], fr: ['pension 2'] },
};

export interface KnownName {
  readonly field: Field;
  /** In which languages the field is called so. */
  readonly languages: readonly ('fr' | 'en')[];
  /** As the documentation writes it. */
  readonly name: string;
}

/** Every known name by its plain form. */
export const KNOWN_NAMES: ReadonlyMap<string, KnownName> = knownNames();

function knownNames(): Map<string, KnownName> {
  const known = new Map<string, KnownName>();
  for (const field of FIELDS) {
    for (const language of ['en', 'fr'] as const) {
      for (const name of NAMES[field][language]) {
        const before = known.get(plainName(name));
        known.set(plainName(name), {
          field,
          languages: before ? [...before.languages, language] : [language],
          name,
        });
      }
    }
  }
  return known;
}

/** The field at which a broken rule between several of them is told. */
export const FIELD_OF: Readonly<Record<keyof Household, Field>> = {
  situation: 'status',
  singleParent: 'singleParent',
  children: 'children',
  sharedCustodyChildren: 'sharedCustodyChildren',
  declarants: 'salary2',
};
