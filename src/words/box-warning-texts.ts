import type { Language } from '../model/language.ts';
import type { BoxWarning, WarningName } from '../tax/return/box-warnings.ts';
import { catalogue } from './catalogue.ts';

/** What is probably a mistake, and where to look. */
const texts = catalogue<Readonly<Record<WarningName, string>>>({
  fr: {
    schoolChildrenAmongChildren:
      'Enfants scolarisés : {count} ({boxes}), mais enfants à charge : {max} (0CF, 0DJ). Vérifiez ces cases : la réduction est calculée comme vous les avez remplies.',
    sharedSchoolChildrenAmongShared:
      'Enfants scolarisés en garde alternée : {count} ({boxes}), mais enfants en garde alternée : {max} (0CH). Vérifiez ces cases : la réduction est calculée comme vous les avez remplies.',
  },
  en: {
    schoolChildrenAmongChildren:
      'Children in school: {count} ({boxes}), but dependent children: {max} (0CF, 0DJ). Check these boxes: the reduction is calculated as you filled them in.',
    sharedSchoolChildrenAmongShared:
      'Children in school in shared custody: {count} ({boxes}), but children in shared custody: {max} (0CH). Check these boxes: the reduction is calculated as you filled them in.',
  },
});

export function formatBoxWarning({ warning, boxes, count, max }: BoxWarning, language: Language): string {
  return texts(language)
    [warning].replace('{count}', String(count))
    .replace('{boxes}', boxes.join(', '))
    .replace('{max}', String(max));
}
