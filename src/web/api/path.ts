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

/** The first segments of its addresses, `api/tax-years`. */
const names: ReadonlySet<string> = new Set(
  [...operationPaths, ...documentPaths].map((path) => `api${path.split('/{', 1)[0]}`),
);

/** The name of an address of the API, for the metrics; null for any other path. */
export function apiName(path: string): string | null {
  if (!path.startsWith(`${API_PATH}/`)) return null;
  const [first = '', second = ''] = path.slice(API_PATH.length + 1).split('/', 2);
  return [`api/${first}/${second}`, `api/${first}`].find((name) => names.has(name)) ?? null;
}
