import { expect, it } from 'vitest';
import { exportFormats } from '../../../../src/web/contract/representations/simulation-export.ts';
import { simulation } from '../../pages/page-builders.ts';

const named = simulation({ id: 3, label: '=HYPERLINK("http://evil")' });

it('writes CSV as a spreadsheet of the language reads it, with no formula in it', () => {
  const [header, line, end] = exportFormats.csv.write([named], 'fr').split('\r\n');
  expect(header).toMatch(/^\ufeffid;nom;marié;enfants;salaire;impôt;/);
  expect(line).toMatch(/^3;"'=HYPERLINK\(""http:\/\/evil""\)";/);
  expect(line).toMatch(/;0,\d+;/);
  expect(end).toBe('');
  expect(exportFormats.csv.write([named], 'en').split('\r\n')[1]).toMatch(/,0\.\d+,/);
});

it('writes every member of the JSON into a column, and the columns without lines too', () => {
  const [only] = JSON.parse(exportFormats.json.write([named]));
  expect(exportFormats.csv.write([], 'en')).toBe(`\ufeff${Object.keys(only).join(',')}\r\n`);
});

it('writes JSON with the names of the wire', () => {
  const [only] = JSON.parse(exportFormats.json.write([named]));
  expect(only).toMatchObject({ id: 3, nom: '=HYPERLINK("http://evil")', marié: expect.any(String) });
});
