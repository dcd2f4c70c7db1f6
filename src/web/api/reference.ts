import type { ApiExample, ApiReference, ApiReferenceOperation } from '../../model/api-reference.ts';
import type { Language } from '../../model/language.ts';
import type { Mount } from '../../model/web-settings.ts';
import { publicPath } from '../http/mount.ts';
import { fieldDocs } from './field-docs.ts';
import { openApi } from './openapi.ts';
import { API_PATH } from './path.ts';
import { problemTypes } from './problem-types.ts';
import { type ReferenceWords, referenceInFrench } from './reference-words.fr.ts';

/** The parts of the document for programs that the page reads. */
interface Document {
  readonly info: { readonly description: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<'get' | 'post', DocumentedOperation>>>>;
}

interface DocumentedOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly { readonly name: string; readonly description?: string }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}

type Content = Readonly<Record<string, { readonly example?: unknown }>>;

/** Null for the language of the document itself. */
const translations: Readonly<Record<Language, ReferenceWords | null>> = { fr: referenceInFrench, en: null };

/** Its answer repeats that of another operation. */
const LIST_OF_ANOTHER = 'listTaxYears';
const EXAMPLE_YEAR = '2025';
const SUCCESS = '200';
const NOT_MODIFIED = '304';

/** The content of the API's page in a language, from the document for programs. */
export function apiReference(
  mount: Mount,
  { version, origin, language }: { version: string; origin: string; language: Language },
): ApiReference {
  const { info, paths } = openApi(mount, version) as Document;
  const words = translations[language];
  const path = publicPath(mount, API_PATH);
  const operations = Object.entries(paths).flatMap(([own, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ own, method, operation })),
  );
  return {
    version,
    path,
    origin,
    about: words?.about ?? info.description,
    operations: operations.map(({ own, method, operation }) => ({
      id: operation.operationId,
      method: method === 'get' ? 'GET' : 'POST',
      path: own,
      summary: words?.operations[operation.operationId]?.summary ?? operation.summary,
      about: words?.operations[operation.operationId]?.about ?? operation.description ?? '',
      parameters: (operation.parameters ?? []).map(({ name, description = '' }) => ({
        name,
        about: words?.parameters[name] ?? description,
      })),
      examples: examplesOf(`${origin}${path}${own.replace('{incomeYear}', EXAMPLE_YEAR)}`, operation),
      responses: responsesOf(operation, words),
    })),
    fields: Object.entries(fieldDocs)
      .filter(([name]) => name !== '' && !name.startsWith('household.boxes.'))
      .map(([name, allowed]) => ({ name, allowed: words?.fields[name] ?? allowed })),
    problems: Object.entries(problemTypes).map(([id, problem]) => ({
      id,
      ...problem,
      about: words?.problems[id as keyof typeof problemTypes] ?? problem.about,
    })),
  };
}

function examplesOf(
  url: string,
  { operationId, requestBody, responses }: DocumentedOperation,
): readonly ApiExample[] {
  const answers = responses[SUCCESS]?.content ?? {};
  const answerIn = (type: string) =>
    operationId === LIST_OF_ANOTHER ? null : asRead(answers[type]?.example);
  if (!requestBody) return [{ url, body: null, answer: answerIn('application/json') }];
  return Object.entries(requestBody.content).map(([type, { example }]) => ({
    url,
    body: { type, text: typeof example === 'string' ? example : JSON.stringify(example) },
    answer: answerIn(type),
  }));
}

/** An example for people. */
function asRead(example: unknown): string {
  return typeof example === 'string' ? example : JSON.stringify(example, null, 2);
}

function responsesOf(
  { operationId, responses }: DocumentedOperation,
  words: ReferenceWords | null,
): ApiReferenceOperation['responses'] {
  const translated: Readonly<Record<string, string | undefined>> = {
    [SUCCESS]: words?.operations[operationId]?.success,
    [NOT_MODIFIED]: words?.notModified,
  };
  return Object.entries(responses).map(([status, { description }]) => ({
    status,
    text: translated[status] ?? description,
    isTitle: !Object.hasOwn(translated, status),
  }));
}
