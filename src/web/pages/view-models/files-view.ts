import { fileSize, wholeNumber } from '../format.ts';
import type { FilesPage } from '../other-pages.ts';
import type { PageContext } from '../page.ts';
import { paths } from '../paths.ts';
import { filesTexts } from '../texts/files-texts.ts';
import { fill } from '../texts/page-texts.ts';
import { formatFailure, progressView } from './file-view.ts';

const MS_PER_HOUR = 3_600_000;

/** The form that sends a file of households, what it accepts, and the session's files. */
export function filesView({ jobs, limits, failure }: FilesPage, context: PageContext) {
  const { language, actionUrl, incomeYears, defaultIncomeYear, tax } = context;
  const words = filesTexts(language);
  // After the preview, the earlier choices are kept.
  const last = jobs.find(({ preview }) => preview !== null)?.preview;
  const chosenYear = last?.incomeYear ?? defaultIncomeYear;
  return {
    words,
    action: actionUrl(paths.sendFile),
    failure: failure && formatFailure(failure, language),
    fileHelp: fill(words.fileHelp, { size: fileSize(limits.maxBytes, language) }),
    years: incomeYears.toReversed().map((year) => ({ year, isChosen: year === chosenYear })),
    // The legacy method has no rates.
    offersRates: tax?.method === 'official',
    wantsRates: last?.withRates ?? false,
    frenchTemplateUrl: actionUrl(paths.fileTemplate('fr')),
    englishTemplateUrl: actionUrl(paths.fileTemplate('en')),
    yoursHelp: fill(words.yoursHelp, {
      max: limits.perSession,
      hours: wholeNumber(limits.keptMs / MS_PER_HOUR, language).text,
    }),
    hasJobs: jobs.length > 0,
    jobs: jobs.map((job) => ({ ...progressView(job, language), url: actionUrl(paths.file(job.id)) })),
  };
}
