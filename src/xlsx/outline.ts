import { posix } from 'node:path';
import { UnusableFile } from '../bulk/csv-issues.ts';
import { readXml } from './xml-reader.ts';
import type { ZipParts } from './zip-parts.ts';

/** The parts of a workbook needed for its first sheet. */
export interface Outline {
  /** The first sheet that is not hidden. */
  readonly sheet: { readonly name: string; readonly part: string };
  /** The number of other sheets, without hidden ones. */
  readonly otherSheets: number;
  readonly texts: string | null;
  readonly styles: string | null;
  /** Whether days are counted from 1904, as early Macs did. */
  readonly countsFrom1904: boolean;
}

/** Of a sheet, in spreadsheets. */
const LONGEST_NAME = 31;

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** How to recognise other documents that are ZIP archives too. */
const OTHER_KINDS = [
  ['xl/workbook.bin', 'xlsb'],
  ['content.xml', 'ods'],
] as const;

/** @throws {UnusableFile} for an archive that is not a workbook, or one without a sheet */
export async function readOutline(zip: ZipParts): Promise<Outline> {
  const roots = await relationsOf(zip, '');
  const workbook = [...roots.values()].find(({ type }) => type === 'officeDocument')?.target;
  if (workbook === undefined || !/\.xml$/.test(workbook) || !zip.has(workbook)) throw otherKind(zip);
  const relations = await relationsOf(zip, workbook);
  const { sheets, countsFrom1904 } = await sheetsOf(await zip.read(workbook));
  const shown = sheets.flatMap(({ name, id, isHidden }) => {
    const relation = relations.get(id);
    return relation?.type === 'worksheet' && !isHidden ? [{ name, part: relation.target }] : [];
  });
  const [sheet] = shown;
  if (sheet === undefined) throw new UnusableFile({ code: 'noSheet' });
  const partOf = (wanted: string) =>
    [...relations.values()].find(({ type, target }) => type === wanted && zip.has(target))?.target ?? null;
  return {
    sheet,
    otherSheets: shown.length - 1,
    texts: partOf('sharedStrings'),
    styles: partOf('styles'),
    countsFrom1904,
  };
}

function otherKind(zip: ZipParts): UnusableFile {
  const [, kind] = OTHER_KINDS.find(([part]) => zip.has(part)) ?? ['', 'archive'];
  return new UnusableFile({ code: 'notText', kind });
}

/** By id: what a part refers to, with the last word of the type. */
async function relationsOf(zip: ZipParts, part: string): Promise<ReadonlyMap<string, Relation>> {
  const { dir, base } = posix.parse(part);
  const relations = new Map<string, Relation>();
  await readXml(await zip.read(posix.join(dir, '_rels', `${base}.rels`)), {
    open(name, { Id = '', Type = '', Target = '' }) {
      if (name !== 'Relationship') return;
      const target = posix.resolve('/', dir, Target).slice(1);
      relations.set(Id, { type: posix.basename(Type), target });
    },
  });
  return relations;
}

async function sheetsOf(text: string) {
  const sheets: { readonly name: string; readonly id: string; readonly isHidden: boolean }[] = [];
  let countsFrom1904 = false;
  await readXml(text, {
    open(name, attributes) {
      if (name === 'workbookPr') countsFrom1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const isHidden = /^(hidden|veryHidden)$/.test(attributes.state ?? '');
      sheets.push({ name: (attributes.name ?? '').slice(0, LONGEST_NAME), id, isHidden });
    },
  });
  return { sheets, countsFrom1904 };
}
