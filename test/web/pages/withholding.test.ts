import { describe, expect, it } from 'vitest';
import { type Household, shortHousehold } from '../../../src/tax/return/household.ts';
import { postedFields } from '../../../src/web/pages/posted-fields.ts';
import { renderPage } from '../../../src/web/pages/render.ts';
import { family, fixtures } from './fixtures.ts';
import { context } from './page-builders.ts';
import { text } from './reading.ts';
import { withholdingOf } from './withholding-pages.ts';

const couple: Household = {
  ...shortHousehold(true, 0, 48_000),
  declarants: [
    { salary: 48_000, pension: 0 },
    { salary: 24_000, pension: 0 },
  ],
};

function plain(html: string): string {
  return text(html).replace(/[\u00a0\u202f]/g, ' ');
}

function rendered(name: string, language: 'fr' | 'en' = 'fr'): string {
  const fixture = fixtures[name];
  if (!fixture) throw new Error(`no fixture ${name}`);
  return plain(renderPage(fixture.page, { ...fixture.context, language }));
}

describe('the page of withholding', () => {
  const page = plain(renderPage(withholdingOf(couple), context()));

  it('shows the three rates side by side, what they take and what is left', () => {
    expect(page).toContain(
      "Taux du foyer Le même pour tous : l'impôt du foyer divisé par ses revenus. Déclarant 1 7,8 %",
    );
    expect(page).toContain('Sur une paie de 4 000 €, 412 € sont prélevés : il reste 3 588 €.');
    expect(page).toContain('Déclarant 2 2,9 % Sur une paie de 2 000 €, 58 € sont prélevés');
    expect(page).toContain('Grille du 1er janvier 2026');
  });

  it('says which rate a couple has without asking, and when', () => {
    expect(page).toContain('Taux individualisés Appliqué si vous ne demandez rien');
    expect(page).toContain("De septembre 2026 à août 2027, d'après les revenus de 2025");
  });

  it('says who gains, and what the neutral rate costs', () => {
    expect(page).toContain('Déclarant 1 : 100 € de moins par mois.');
    expect(page).toContain('Déclarant 2 : 98 € de plus par mois.');
    expect(page).toMatch(/Il prélève [\d,]+ € de plus par mois que votre taux/);
  });

  it('shows twelve months that add up', () => {
    expect(page).toContain('septembre 2026 470 € 5 530 € 470 €');
    expect(page).toContain('août 2027 470 € 5 530 € 5 640 €');
  });

  it('explains each rate with its article', () => {
    expect(page).toContain('divisé par ces revenus. impôt :');
    expect(page).toContain('CGI, art. 204 M');
  });

  it('says what it leaves out, and tells the neutral rate all the same', () => {
    const leftOut = rendered('withholding-left-out');
    expect(leftOut.match(/Ce taux ne peut pas être calculé ici/g)).toHaveLength(2);
    expect(leftOut).toContain('Vous recevez une pension alimentaire (1AO, 1BO)');
    expect(leftOut).toContain('Taux neutre L');
    expect(rendered('withholding-of-a-return')).toContain('sont payés par acomptes sur votre compte');
  });

  it('has no individual rates for somebody alone', () => {
    const alone = rendered('withholding-alone', 'en');
    expect(alone).not.toContain('Individual rates');
    expect(alone).toContain('Of a pay of €2,345.67');
  });

  it('keeps what was typed, and says each issue at its field', () => {
    const html = renderPage(fixtures['withholding-refused']?.page ?? withholdingOf(couple), context());
    expect(html).toMatch(/id="paie_1" name="paie_1" value="0"[^>]* aria-invalid="true"/);
    expect(html).toContain('value="1.234"');
    expect(html).toContain('id="7UF" name="7UF" value="x"');
    expect(html.match(/class="invalid-feedback"/g)).toHaveLength(7);
  });

  it('keeps the answers of a calculation in its form', () => {
    const html = renderPage(withholdingOf(family), context());
    expect(html).toContain('name="pension_2" value="6500"');
    expect(html).toContain('name="enfants_garde_alternée" value="1"');
    expect(html).toContain('method="get" action="/impots/do/prelevement-a-la-source"');
  });

  it('is reached from a result, with its household', () => {
    const html = renderPage(fixtures['detailed-result']?.page ?? withholdingOf(couple), context());
    const [, address = ''] = /href="\/impots\/do\/prelevement-a-la-source\?([^"]+)"/.exec(html) ?? [];
    const fields = [...new URLSearchParams(address.replaceAll('&amp;', '&'))];
    expect(new Map(fields)).toEqual(postedFields(family, 2025));
    const before2020 = renderPage(fixtures['calculation-result']?.page ?? withholdingOf(couple), context());
    expect(before2020).not.toContain('prelevement-a-la-source?');
  });
});
