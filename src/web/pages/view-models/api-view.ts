import type { ApiExample, ApiReferenceOperation } from '../../../model/api-reference.ts';
import type { ApiPage } from '../other-pages.ts';
import type { PageContext } from '../page.ts';
import { paths } from '../paths.ts';
import { apiTexts } from '../texts/api-page-texts.ts';
import { fill } from '../texts/page-texts.ts';

/** The same command for each shell. */
interface Commands {
  readonly sh: string;
  readonly powershell: string;
}

/** The API: its operations with working commands, the allowed values of its fields, and its problems. */
export function apiView({ reference, isWindows }: ApiPage, { language, pageUrl }: PageContext) {
  const words = apiTexts(language);
  const { path, origin, version, about, fields, problems, operations } = reference;
  const address = `${origin}${path}/tax-years`;
  return {
    words: { ...words, version: fill(words.version, { version }) },
    about,
    isWindows,
    documentUrl: `${path}/openapi.json`,
    token: { sh: 'TOKEN=taxsrv_…', powershell: "$env:TOKEN = 'taxsrv_…'" } satisfies Commands,
    byToken: commandsOf({ url: address, body: null }),
    byPassword: {
      sh: `curl -u admin ${address}`,
      powershell: `curl.exe -u admin ${address}`,
    } satisfies Commands,
    operations: operations.map(operationView),
    fields,
    boxesUrl: pageUrl(paths.boxes),
    problems,
  };
}

function operationView({ examples, parameters, ...operation }: ApiReferenceOperation) {
  return {
    ...operation,
    hasParameters: parameters.length > 0,
    parameters,
    examples: examples.map((example) => ({
      type: example.body?.type ?? null,
      commands: commandsOf(example),
      answer: example.answer,
    })),
  };
}

/**
 * Commands that work once the token is set. PowerShell removes the quotes of an argument, so the body comes through a
 * pipe; `curl` alone is another command there.
 */
function commandsOf({ url, body }: Pick<ApiExample, 'url' | 'body'>): Commands {
  const sh = `curl -H "Authorization: Bearer $TOKEN" ${url}`;
  const powershell = `curl.exe -H "Authorization: Bearer $env:TOKEN" ${url}`;
  if (!body) return { sh, powershell };
  const { type, text } = body;
  return {
    sh: `${sh} \\\n  -H "Content-Type: ${type}" \\\n  --data-binary '${text.replaceAll("'", "'\\''")}'`,
    powershell: `'${text.replaceAll("'", "''")}' |\n  ${powershell} \`\n  -H "Content-Type: ${type}" \`\n  --data-binary '@-'`,
  };
}
