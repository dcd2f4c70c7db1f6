/** Where the API is, below the prefix. The number changes with what would break programs, and with nothing else. */
export const API_PATH = '/api/v1';

/** The addresses that describe it, below that path. */
export const documentPaths = ['/openapi.json', '/docs'] as const;

/** The addresses of the operations below it, in OpenAPI's form. */
export const operationPaths = [
  '/calculations',
  '/calculations/batch',
  '/withholding',
  '/tax-years',
  '/tax-years/{incomeYear}',
] as const;
