import type { AnyPage, CalculationPage, PageContext } from './page.ts';
import { fillPartial, fillTemplate } from './templates.ts';
import { type Texts, textsIn } from './texts/page-texts.ts';
import { apiView } from './view-models/api-view.ts';
import { authenticationView } from './view-models/authentication-view.ts';
import { boxesView } from './view-models/boxes-view.ts';
import { calculationView } from './view-models/calculation-view.ts';
import { endView } from './view-models/end-view.ts';
import { errorsView } from './view-models/errors-view.ts';
import { fileView } from './view-models/file-view.ts';
import { filesView } from './view-models/files-view.ts';
import { layoutView } from './view-models/layout-view.ts';
import { simulationsView } from './view-models/simulations-view.ts';
import { statusView } from './view-models/status-view.ts';
import { withholdingView } from './view-models/withholding-view.ts';
import { yearView } from './view-models/year-view.ts';
import { yearsView } from './view-models/years-view.ts';

/** A whole HTML page (contract §6) from its model: no state, no clock, every value escaped. */
export function renderPage(page: AnyPage, context: PageContext): string {
  const texts = textsIn(context.language);
  return fillTemplate(page.view, {
    texts,
    ...layoutView(page, context, texts),
    ...contentView(page, context, texts),
  });
}

/** The parts of the calculation page that change while somebody types, each as HTML, and the result in a few words. */
export interface Outcome {
  readonly outcome: string;
  readonly beyond: string;
  readonly status: string;
}

export function renderOutcome(page: CalculationPage, context: PageContext): Outcome {
  const texts = textsIn(context.language);
  const view = { texts, ...calculationView(page, context, texts) };
  return {
    outcome: fillPartial('outcome', view),
    beyond: fillPartial('beyond', view),
    status: view.status,
  };
}

function contentView(page: AnyPage, context: PageContext, texts: Texts): object {
  switch (page.view) {
    case 'authentication':
      return authenticationView(page, context, texts);
    case 'calculation':
      return calculationView(page, context, texts);
    case 'simulations':
      return simulationsView(page, context, texts);
    case 'errors':
      return errorsView(page, context, texts);
    case 'api':
      return apiView(page, context);
    case 'boxes':
      return boxesView(context);
    case 'withholding':
      return withholdingView(page, context, texts);
    case 'end':
      return endView(page, context);
    case 'status':
      return statusView(page, context, texts);
    case 'years':
      return yearsView(page, context);
    case 'year':
      return yearView(page, context);
    case 'files':
      return filesView(page, context);
    case 'file':
      return fileView(page, context);
  }
}
