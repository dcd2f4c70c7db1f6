import type { Language } from '../../../model/language.ts';

import type { AnyPage, CalculationPage, PageContext } from '../page.ts';
import { paths } from '../paths.ts';
import { apiTexts } from '../texts/api-page-texts.ts';
import { boxesTexts } from '../texts/boxes-page-texts.ts';
import { detailedFormTexts } from '../texts/detailed-form-texts.ts';
import { endTexts } from '../texts/end-texts.ts';
import { filesTexts } from '../texts/files-texts.ts';
import { fill, type Texts } from '../texts/page-texts.ts';
import { withholdingTexts } from '../texts/withholding-texts.ts';
import { yearsTexts } from '../texts/years-texts.ts';
import { refreshAfter } from './file-view.ts';
import { siteBarView } from './site-bar-view.ts';
import { statusTitle } from './status-view.ts';
import { yearName } from './year-names.ts';

/** The parts around every view: head, bar and footer. */
export function layoutView(page: AnyPage, context: PageContext, texts: Texts) {
  const { assetUrl } = context;
  return {
    language: context.language,
    refreshAfter: page.view === 'file' ? refreshAfter(page) : null,
    title: titleOf(page, texts, context.language),
    ...siteBarView(page, context, texts),
    // The language switch also sends the form of the page, so that nothing typed is lost.
    hasForm: hasForm(page),
    apiUrl: context.pageUrl(paths.apiDocumentation),
    assets: {
      style: assetUrl('app.css'),
      script: assetUrl('app.js'),
      icon: assetUrl('favicon.svg'),
      drawing: assetUrl('images/cherry-tree.svg'),
      picture: assetUrl('images/logo.jpg'),
    },
  };
}

function hasForm(page: AnyPage): boolean {
  if (page.view === 'status') return page.sent !== null;
  return page.view === 'authentication' || page.view === 'calculation';
}

/** The title: the page, then the application; "error" before both if there is one. */
function titleOf(page: AnyPage, texts: Texts, language: Language): string {
  const { application, errorTitle, pageTitle } = texts;
  const title = ownTitle(page, texts, language);
  return fill(pageTitle, { title: hasIssues(page) ? fill(errorTitle, { title }) : title, application });
}

function ownTitle(page: AnyPage, texts: Texts, language: Language): string {
  switch (page.view) {
    case 'authentication':
      return texts.signIn;
    case 'calculation':
      return calculationTitle(page, texts, language);
    case 'simulations':
      return texts.simulationsList;
    case 'errors':
      return texts.errorsTitle;
    case 'status':
      return statusTitle(page, texts);
    case 'end':
      return endTexts(language).title;
    case 'api':
      return apiTexts(language).title;
    case 'boxes':
      return boxesTexts(language).title;
    case 'withholding':
      return withholdingTexts(language).title;
    case 'years':
      return yearsTexts(language).title;
    case 'year':
      return yearName(page.year.incomeYear, language);
    case 'files': {
      const { title, refusedTitle } = filesTexts(language);
      return page.failure === null ? title : refusedTitle;
    }
    case 'file':
      return page.job?.name ?? filesTexts(language).unknown;
  }
}

function calculationTitle({ form, calculated }: CalculationPage, texts: Texts, language: Language): string {
  if (calculated !== null) return texts.resultTitle;
  return form.isDetailed ? detailedFormTexts(language).formTitle : texts.calculationTitle;
}

function hasIssues(page: AnyPage): boolean {
  if (page.view === 'status') return true;
  if (page.view === 'files') return page.failure !== null;
  if (page.view === 'file') return page.job?.state === 'failed';
  return 'errors' in page && page.errors.length > 0;
}
