import Mustache from 'mustache';
import api from '../../../views/api.mustache';
import authentication from '../../../views/authentication.mustache';
import boxes from '../../../views/boxes.mustache';
import calculation from '../../../views/calculation.mustache';
import end from '../../../views/end.mustache';
import errors from '../../../views/errors.mustache';
import file from '../../../views/file.mustache';
import files from '../../../views/files.mustache';
import layout from '../../../views/layout.mustache';
import beyond from '../../../views/partials/beyond.mustache';
import choiceField from '../../../views/partials/choice-field.mustache';
import comparison from '../../../views/partials/comparison.mustache';
import detailedForm from '../../../views/partials/detailed-form.mustache';
import errorBox from '../../../views/partials/error-box.mustache';
import explanation from '../../../views/partials/explanation.mustache';
import numberField from '../../../views/partials/number-field.mustache';
import outcome from '../../../views/partials/outcome.mustache';
import pictures from '../../../views/partials/pictures.mustache';
import result from '../../../views/partials/result.mustache';
import returnForm from '../../../views/partials/return-form.mustache';
import sentForm from '../../../views/partials/sent-form.mustache';
import share from '../../../views/partials/share.mustache';
import shortForm from '../../../views/partials/short-form.mustache';
import siteBar from '../../../views/partials/site-bar.mustache';
import variations from '../../../views/partials/variations.mustache';
import yearField from '../../../views/partials/year-field.mustache';
import bracketsPicture from '../../../views/pictures/brackets.mustache';
import growthPicture from '../../../views/pictures/growth.mustache';
import monthsPicture from '../../../views/pictures/months.mustache';
import pictureTable from '../../../views/pictures/table.mustache';
import yearsPicture from '../../../views/pictures/years.mustache';
import simulations from '../../../views/simulations.mustache';
import status from '../../../views/status.mustache';
import withholding from '../../../views/withholding.mustache';
import year from '../../../views/year.mustache';
import years from '../../../views/years.mustache';
import { escapeHtml } from '../http/escape-html.ts';
import type { AnyPage } from './page.ts';

const contents: Readonly<Record<AnyPage['view'], string>> = {
  api,
  authentication,
  boxes,
  calculation,
  simulations,
  end,
  errors,
  status,
  file,
  files,
  withholding,
  year,
  years,
};

const partials = {
  beyond,
  'brackets-picture': bracketsPicture,
  'choice-field': choiceField,
  comparison,
  'detailed-form': detailedForm,
  'error-box': errorBox,
  explanation,
  'growth-picture': growthPicture,
  'number-field': numberField,
  'months-picture': monthsPicture,
  outcome,
  'picture-table': pictureTable,
  pictures,
  result,
  'return-form': returnForm,
  'sent-form': sentForm,
  share,
  'short-form': shortForm,
  'site-bar': siteBar,
  variations,
  'year-field': yearField,
  'years-picture': yearsPicture,
};

/** Caches the parsed templates. */
const writer = new Mustache.Writer();

/** A name in a template that the view-model lacks is an error, not an empty text. */
class StrictContext extends Mustache.Context {
  override push(view: unknown): StrictContext {
    return new StrictContext(view, this);
  }

  override lookup(name: string): unknown {
    const value: unknown = super.lookup(name);
    if (value === undefined) throw new Error(`The template asks for [${name}], which its view-model lacks.`);
    return value;
  }
}

/** Fills a part of a page. */
export function fillPartial(name: keyof typeof partials, data: object): string {
  return writer.render(partials[name], new StrictContext(data), partials, { escape: escapeHtml });
}

/** Fills a view's template and the layout around it. */
export function fillTemplate(view: keyof typeof contents, data: object): string {
  return writer.render(
    layout,
    new StrictContext(data),
    { ...partials, content: contents[view] },
    { escape: escapeHtml },
  );
}
