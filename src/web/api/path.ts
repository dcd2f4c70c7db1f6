/** The address of the API, below the prefix. The number changes only when programs would break. */
export const API_PATH = '/api/v1';

/** The addresses of its documentation, below that path. */
export const documentPaths = ['/openapi.json', '/docs'] as const;

/** The addresses of its operations, in OpenAPI's format. */
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
