import type { EndPage } from '../other-pages.ts';
import type { PageContext } from '../page.ts';
import { paths } from '../paths.ts';
import { endTexts } from '../texts/end-texts.ts';
import { fill } from '../texts/page-texts.ts';
import { exportLinks } from './export-links.ts';

/** What is lost with the session, how to keep it, and the two choices. */
export function endView({ simulations, files }: EndPage, { actionUrl, language }: PageContext) {
  const words = endTexts(language);
  const counted = (count: number, one: string, many: string) =>
    count === 0 ? [] : [count === 1 ? one : fill(many, { count })];
  return {
    words,
    losses: [
      ...counted(simulations, words.simulation, words.simulations),
      ...counted(files, words.file, words.files),
    ],
    exports: simulations > 0 ? { links: exportLinks(actionUrl) } : null,
    endUrl: actionUrl(paths.endSession),
    stayUrl: actionUrl(paths.calculation),
  };
}
