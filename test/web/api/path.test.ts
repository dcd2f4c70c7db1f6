import { expect, it } from 'vitest';
import { apiName } from '../../../src/web/api/path.ts';

it.each([
  ['/api/v1/calculations', 'api/calculations'],
  ['/api/v1/calculations/batch', 'api/calculations/batch'],
  ['/api/v1/tax-years/2025', 'api/tax-years'],
  ['/api/v1/tax-years/2025/more', 'api/tax-years'],
  ['/api/v1/docs', 'api/docs'],
  ['/api/v1/openapi.json', 'api/openapi.json'],
  ['/api/v1/calculationsx', null],
  ['/api/v1/constructor', null],
  ['/api/v2/calculations', null],
  ['/calculer-impot', null],
])('the metrics count %s as %s', (path, name) => {
  expect(apiName(path)).toBe(name);
});
