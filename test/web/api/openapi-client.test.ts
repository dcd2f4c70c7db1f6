import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { openApi } from '../../../src/web/api/openapi.ts';
import { type ApiDocument, checker } from '../../end-to-end/api/api-document.ts';

const document = openApi({ alias: '', prefix: '/do' }, '1');

/** The types that a client generates. */
const types = astToString(await openapiTS(JSON.parse(JSON.stringify(document))));
/** Of the compiler's own files, which every client takes. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** What a client compiled against the generated types is told. */
function issuesOf(client: string): string[] {
  const files = new Map([
    ['/api.ts', types],
    ['/client.ts', client],
  ]);
  const options = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    types: [],
    skipLibCheck: true,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (name, version) => {
    const text = files.get(name);
    if (text !== undefined) return ts.createSourceFile(name, text, version);
    if (!parsed.has(name)) parsed.set(name, getSourceFile.call(host, name, version));
    return parsed.get(name);
  };
  host.fileExists = (name) => files.has(name) || fileExists.call(host, name);
  const program = ts.createProgram(['/client.ts'], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

const IMPORT = "import type { components } from './api.ts';\ntype Schemas = components['schemas'];\n";

describe('a client generated from the OpenAPI document', () => {
  it("takes the README's own body, and tells steps apart by their id", () => {
    const issues = issuesOf(`${IMPORT}
      export const body: Schemas['CalculationInput'] =
        {"household":{"status":"couple","children":2,"declarants":[{"salary":55555}]},"incomeYear":2025};
      export const boxes: Schemas['CalculationInput'] = { household: { status: 'single', boxes: { '1AJ': 30000, '0AP': true } } };
      export function maximum(steps: Schemas['Calculation']['steps']): number {
        return steps.map((step) => (step.id === 'decote' ? step.max : 0)).reduce((a, b) => Math.max(a, b), 0);
      }`);
    expect(issues.filter((each) => !each.includes("'.ts' extension"))).toEqual([]);
  });

  it('refuses what the server would refuse', () => {
    const issues = issuesOf(`${IMPORT}
      export const body: Schemas['CalculationInput'] = { household: { status: 'alone' } };`);
    expect(issues.join()).toContain('"alone"');
  });
});

/** The bodies of every answer of every operation. */
function contents(): readonly Content[] {
  const responses = Object.values((document as ApiDocument).paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap((operation) => Object.values(operation.responses) as { content?: Record<string, Content> }[]);
  return responses.flatMap(({ content = {} }) => Object.values(content));
}

it('has an example for every answer, which its own schema takes', () => {
  const check = checker(document as ApiDocument);
  const answers = contents();
  expect(answers.length).toBeGreaterThan(30);
  for (const { schema, example } of answers) {
    expect(example).toBeDefined();
    if (schema.$ref) check(schema.$ref.split('/').at(-1) ?? '', JSON.parse(JSON.stringify(example)));
  }
});

interface Content {
  readonly schema: { readonly $ref?: string };
  readonly example?: unknown;
}
