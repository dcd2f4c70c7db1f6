import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';

type Schema = Readonly<Record<string, unknown>>;

/** What the tests read of an OpenAPI document. */
export interface ApiDocument {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Responses }>>>>;
}

type Responses = Readonly<
  Record<string, { readonly headers?: Readonly<Record<string, { readonly required?: boolean }>> }>
>;

/** Answers that the OpenAPI document of the server does not describe are found by this. */
export function checker(document: Pick<ApiDocument, 'components'>) {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'api', ...document });
  return (name: string, value: unknown) => {
    const validate = ajv.getSchema(`api#/components/schemas/${name}`);
    expect(validate?.(value), JSON.stringify(validate?.errors)).toBe(true);
  };
}
