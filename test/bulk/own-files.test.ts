import { describe, expect, it } from 'vitest';
import { createTaxCalculator } from '../../src/tax/tax-calculator.ts';
import { taxYears } from '../tax/fixtures.ts';
import { calculate } from './calculate.ts';

const legacy = createTaxCalculator({ method: 'legacy', years: taxYears() });

describe('what this program wrote, it reads', () => {
  it.each(['fr', 'en'] as const)('results in %s, with new ones in the place of the old', async (language) => {
    const first = await calculate('marié,enfants,salaire,nom\noui,2,55555,A\nx,0,1,B\n', { language });
    const second = await calculate(first.text, { language });
    expect(second.text).toBe(first.text);
  });

  it('results of the other method', async () => {
    const options = { calculator: legacy, defaultIncomeYear: 2018 };
    const first = await calculate('marié;enfants;salaire\noui;2;55555\n', options);
    const { lines } = await calculate(first.text);
    expect(lines[0]).toMatch(/^\ufeffmarié;enfants;salaire;impôt;taux;décôte;réduction;surcôte;CEHR;/);
  });

  it('the report of refused lines, corrected', async () => {
    let report = '';
    const options = { onReport: (text: string) => (report += text) };
    const file = [
      'id;situation;enfants;salaire',
      '1;couple;2;55555',
      '2;x;y;=1+1',
      '3;couple;1',
      '4;couple;1;1;2',
      '5;"couple;1;1',
    ].join('\n');
    await calculate(file, options);
    const lines = report.split('\n');
    expect(lines.map((line) => line.split(';')[0])).toEqual(['ligne refusée', '3', '4', '5', '6', '']);
    expect(lines[0]).toBe('ligne refusée;raison du refus;id;situation;enfants;salaire');
    expect(lines[1]).toMatch(/^3;"situation « x » : .* ; enfants « y » : .*";2;x;y;"'=1\+1"$/);
    expect(lines[2]).toBe('4;3 colonnes au lieu de 4;3;couple;1');
    expect(lines[3]).toBe('5;5 colonnes au lieu de 4;4;couple;1;1;2');
    expect(lines[4]).toBe('6;guillemets mal fermés;"5;""couple;1;1"');

    const corrected = [lines[0], lines[1]?.replace(/2;x;y;.*/, '2;couple;0;30000')].join('\n');
    const again = await calculate(corrected);
    expect(again.report).toMatchObject({ lines: 1, wrong: 0, unusedColumns: ['id'] });
    expect(again.lines[0]).toMatch(/^\ufeffid;situation;enfants;salaire;impôt;/);
  });
});

describe("its sender's own columns", () => {
  it('of the names of results are kept, and ours get others', async () => {
    const { lines } = await calculate('impôt;taux;Parts;erreur;salaire\n1;2;3;4;55555\n');
    expect(lines[0]).toBe(
      '\ufeffimpôt;taux;Parts;erreur;salaire;impôt (2);taux (2);décôte;réduction;surcôte;CEHR;revenu imposable;parts (2);revenu fiscal de référence;réductions;crédits;retenue;solde;erreur (2)',
    );
    expect(lines[1]).toMatch(/^1;2;3;4;55555;\d+;/);
    const again = await calculate(lines.join('\n'));
    expect(again.lines).toEqual(lines);
  });

  it('are not taken for the report of refused lines', async () => {
    const { lines } = await calculate('ligne;erreur;salaire\n1;non;5\n');
    expect(lines[0]).toMatch(/^\ufeffligne;erreur;salaire;impôt;/);
  });
});

describe('the first lines', () => {
  it.each([
    ['sep=;\nsalaire;nom\n5;a,b\n', ';'],
    ['sep=,\r\nsalaire,nom\r\n5,"a;b"\r\n', ','],
    ['"sep=\t"\nsalaire\tnom\n5\tb\n', '\t'],
  ])('%j announce the separator, and are skipped', async (file, separator) => {
    const { lines, report } = await calculate(file);
    expect(lines[0]?.replace('\ufeff', '')).toMatch(new RegExp(`^salaire${separator}nom${separator}impôt`));
    expect(report).toMatchObject({ lines: 1, wrong: 0 });
  });

  it('that are numbered count what is skipped', async () => {
    const { report } = await calculate('sep=;\nsalaire;nom\nx;a\n');
    expect(report.wrongLines).toMatchObject([{ line: 3 }]);
  });

  it('may end with returns alone, as old Macs wrote them', async () => {
    const file = '# note\rsalaire;nom\r55555;A\r\r"1";"B"\rx;C';
    const { lines, report } = await calculate(file);
    expect(lines).toHaveLength(4);
    expect(report).toMatchObject({ lines: 3, wrong: 1, wrongLines: [{ line: 6 }] });
    const bytes = Buffer.from(file);
    const oneByOne = await calculate(Array.from(bytes, (byte) => Uint8Array.of(byte)));
    expect(oneByOne.text).toBe((await calculate(file)).text);
  });
});
