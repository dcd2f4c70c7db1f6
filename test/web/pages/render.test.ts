import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findAsset } from '../../../src/web/http/assets.ts';
import { message } from '../../../src/web/messages/message.ts';
import { emptyCalculation } from '../../../src/web/pages/kept-pages.ts';
import type { CalculationPage } from '../../../src/web/pages/page.ts';
import { renderOutcome, renderPage } from '../../../src/web/pages/render.ts';
import { calculated, fixtures } from './fixtures.ts';
import { context, simulation, simulationList, taxAnswering } from './page-builders.ts';
import { text } from './reading.ts';

const refused = [message('invalidNumber', { name: 'enfants', value: '<b>"x"</b>' })];

const QUOTED_TAG = /^<[a-z]\w*(?:\s+[\w-]+(?:="[^"]*")?)*>$/;

const OWN_URL = /^(\/impots\/|#|mailto:\?)/;
/** A link that a reader may follow; nothing is loaded from there. */
const LAW_URL = /^https:\/\/www\.legifrance\.gouv\.fr\//;

describe('every page', () => {
  it.each(Object.entries(fixtures))('%s has one heading that names it', (_name, { page, context }) => {
    expect(renderPage(page, context).match(/<h1[ >]/g)).toHaveLength(1);
  });

  it.each(Object.entries(fixtures))('%s renders in both languages', (_name, { page, context }) => {
    for (const language of ['fr', 'en'] as const) {
      const html = renderPage(page, { ...context, language });
      expect(html).toContain(`<html lang="${language}">`);
      expect(html).toMatch(/<h1[ >]/);
      expect(html).not.toMatch(/\{\w+\}|\[object |undefined|\{\{/);
    }
  });

  it.each(Object.entries(fixtures))(
    '%s has no script or style but the files of the server',
    (_name, fixture) => {
      const html = renderPage(fixture.page, fixture.context);
      expect(html.match(/<script[^>]*>/g)).toEqual([
        `<script type="module" src="${fixture.context.assetUrl('app.js')}">`,
      ]);
      expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/);
      expect([...html.matchAll(/(?:href|src|srcset|action)="([^"]*)"/g)].map(([, url]) => url)).toSatisfy(
        (urls: string[]) => urls.every((url) => OWN_URL.test(url) || LAW_URL.test(url)),
      );
    },
  );

  it.each(Object.entries(fixtures))(
    '%s is light: 60 kB compressed and 6 requests at most',
    (_name, fixture) => {
      const html = renderPage(fixture.page, fixture.context);
      const urls = [...html.matchAll(/(?:<link [^>]*href|<script [^>]*src|srcset)="\/impots([^"]*)"/g)].map(
        ([, url]) => url,
      );
      const sizes = urls.map((url) => findAsset(url ?? '')?.br().length ?? Number.NaN);
      expect(1 + sizes.length).toBeLessThanOrEqual(6);
      expect(sizes.reduce((sum, size) => sum + size, gzipSync(html).length)).toBeLessThan(60_000);
    },
  );

  it('quotes every attribute with ", on which the escaping relies', () => {
    for (const { page, context } of Object.values(fixtures)) {
      const tags = renderPage(page, context).match(/<[a-z][^>]*>/g);
      expect(tags).toSatisfy((all: string[]) => all.every((tag) => QUOTED_TAG.test(tag)));
    }
  });

  it.each([
    ['authentication', 'Se connecter'],
    ['calculation', "Calcul de l'impôt"],
    ['calculation-refused', "Erreur\u00a0: Calcul de l'impôt"],
    ['calculation-result', 'Résultat du calcul'],
    ['detailed-form', 'Votre foyer en détail'],
    ['simulations', 'Liste de vos simulations'],
    ['errors', 'Erreur\u00a0: Action impossible'],
    ['files-refused', 'Erreur\u00a0: Fichier non pris'],
    ['file-failed', 'Erreur\u00a0: foyers de la commune.csv'],
    ['status-404', 'Erreur\u00a0: Page introuvable'],
  ])('%s is titled by what it shows, errors first', (name, title) => {
    expect(rendered(name)).toContain(`<title>${title} – Application impôts</title>`);
  });

  it('escapes what came from outside (D12)', () => {
    const html = renderPage({ view: 'errors', errors: refused }, context());
    expect(text(html)).toContain('au lieu de «\u00a0&lt;b&gt;&quot;x&quot;&lt;/b&gt;\u00a0».');
    expect(html).not.toContain('<b>');
  });
});

describe('authentication', () => {
  it('posts user and password', () => {
    const html = rendered('authentication');
    expect(html).toContain('action="/impots/do/authentifier-utilisateur"');
    expect(html).toMatch(
      /<input [^>]*id="user" name="user" value="" placeholder="Nom d'utilisateur"[^>]* required/,
    );
    expect(html).toMatch(
      /<input [^>]*type="password" id="password" name="password" placeholder="Mot de passe"/,
    );
  });

  it('keeps the refused login and says why', () => {
    const html = rendered('authentication-refused');
    expect(html).toContain('value="admin"');
    expect(text(html)).toContain('Les erreurs suivantes se sont produites\u00a0: Échec de la connexion');
  });
});

describe('calculation', () => {
  it('offers Non first, and the years from the latest on', () => {
    const html = rendered('calculation');
    expect(html).toMatch(/id="gridRadios1" name="marié" value="oui">/);
    expect(html).toMatch(/id="gridRadios2" name="marié" value="non" checked>/);
    expect(html).toMatch(
      /id="enfants" name="enfants" value="" placeholder="0" inputmode="numeric"(?![^>]* required)/,
    );
    expect(html).toMatch(/id="salaire" name="salaire" value="" [^>]*inputmode="decimal"[^>]* required/);
    const years = [...html.matchAll(/<option value="(\d+)"( selected)?>/g)].map(
      ([, year, chosen]) => year + (chosen ?? ''),
    );
    expect(years).toEqual(['2025', '2024', '2023', '2022', '2021', '2020', '2019', '2018 selected']);
  });

  it('has no year field when there is no choice of years', () => {
    expect(renderPage(emptyCalculation, context({ incomeYears: [] }))).not.toContain('name="année"');
  });

  it('shows the five lines of a result, amounts grouped and raw', () => {
    const html = rendered('calculation-by-legacy');
    expect(html).toContain('<data value="12302">12\u202f302\u00a0€</data>');
    for (const line of ["Montant de l'impôt 12 302 €", 'Décote 0 €', 'Réduction 0 €', 'Surcote 2 696 €'])
      expect(plain(html)).toContain(line);
    expect(plain(html)).toContain('Taux marginal (TMI) 30 %');
  });

  it('keeps what was typed beside a result', () => {
    const html = rendered('calculation-result');
    expect(html).toContain('value="oui" checked');
    expect(html).not.toContain('value="non" checked');
    expect(html).toContain('name="enfants" value="2"');
    expect(html).toContain('name="salaire" value="100000"');
  });

  it('keeps what was typed when it is refused, even no answer, and leads to the fields', () => {
    const html = rendered('calculation-refused');
    expect(html).not.toMatch(/id="gridRadios\d"[^>]* checked/);
    expect(html).toContain('name="enfants" value="-2"');
    expect(html).toContain(`<a class="alert-link" href="#enfants">Nombre d'enfants à charge\u00a0: Indiquez`);
    expect(html).toMatch(/id="salaire"[^>]* aria-invalid="true" aria-describedby="salaire-issue"/);
  });

  it('says at the field of either form what it takes, and keeps what is no number', () => {
    for (const name of ['calculation-refused', 'detailed-refused'])
      expect(text(rendered(name))).toMatch(
        /Indiquez un montant de 0 à 1.000.000.000.€, par exemple 55555 ou/,
      );
    expect(text(rendered('calculation-refused'))).toMatch(
      /Indiquez un nombre entier de 0 à 30, sans signe ni virgule, au lieu de/,
    );
    expect(rendered('calculation-refused')).toMatch(/type="text" id="salaire" name="salaire" value="x"/);
    expect(rendered('calculation-refused')).toMatch(/type="text" id="enfants" name="enfants" value="-2"/);
  });

  it.each([
    ['fr', '55.555', '« 55.555 » peut vouloir dire 55 555 € ou 55 €'],
    ['en', '1,234', '“1,234” may mean €1,234 or €1'],
  ] as const)('says in %s how the amount %s can be read', (language, value, words) => {
    const errors = [message('invalidNumber', { name: 'salaire', value })];
    const html = renderPage({ ...emptyCalculation, errors }, context({ language }));
    expect(text(html).replace(/[\u00a0\u202f]/g, ' ')).toContain(words);
  });

  it.each([
    [0.14, '14'],
    [0.3, '30'],
    [0.41, '41'],
    [0, '0'],
    [0.075, '7,5'],
  ])('shows the rate %d as %s percent', (rate, shown) => {
    const html = renderPage({ ...emptyCalculation, calculated }, context({ tax: taxAnswering({ rate }) }));
    expect(plain(html)).toContain(`Taux marginal (TMI) ${shown} %`);
  });
});

describe('simulations', () => {
  const headings = (html: string) =>
    [...html.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/g)].map(([, cell]) => plain(cell ?? ''));

  it('names each simulation, and says what is due and what remains', () => {
    const html = rendered('simulations');
    expect(headings(html)).toEqual([
      ...['Foyer', 'Année', 'Revenus', 'Impôt', 'Après impôt', 'Écart avec la n° 1'],
      ...['Décote', 'Réduction', 'Surcote', 'Taux'],
    ]);
    expect(plain(html)).toContain(
      'Couple, 2 enfants, 50 000 €, 2018 N° 2 Nommer Enregistrer 2018 50 000 € 1 384 € 48 616 € −1 430 € 384 € 347 € 0 € 14 % Supprimer',
    );
    expect(html).toContain('<data value="1384">');
  });

  it('has no column of zeros, and no difference of one simulation', () => {
    expect(headings(rendered('simulations-after-deletion'))).toEqual([
      ...['Foyer', 'Année', 'Revenus', 'Impôt', 'Après impôt', 'Taux'],
    ]);
  });

  it('says what a named simulation is', () => {
    expect(plain(rendered('simulations-after-deletion'))).toContain(
      'à deux Couple, 2 enfants, 55 555 €, 2018 N° 1 Renommer',
    );
  });

  it('deletes and ends the session by POST only (D14)', () => {
    const html = rendered('simulations');
    expect(html).toContain('<form method="post" action="/impots/do/supprimer-simulation/4">');
    expect(html).toContain('<form method="post" action="/impots/do/fin-session">');
    expect(html).not.toMatch(/href="[^"]*(supprimer-simulation|fin-session)/);
  });

  it('compares what is said somewhere, and marks what is the same everywhere', () => {
    const html = rendered('simulations-compared');
    expect(plain(html)).toContain('Impôt 2 814 € 1 384 € −1 430 €');
    expect(plain(html)).toContain('Frais réels, déclarant 1 (1AK) 0 € 0 € 8 000 € +8 000 €');
    expect(html).not.toContain('7WJ');
    const same = [
      ...html.matchAll(/<tr role="row" class="is-same">\s*<th scope="row" role="rowheader">(.*?)<\/th>/g),
    ];
    expect(same.map(([, label]) => label)).toEqual([
      'Situation',
      'Enfants',
      'Année des revenus',
      "Taux d'imposition",
    ]);
  });

  it('has pages when there is more than one, which keep the order and what is to be compared', () => {
    expect(rendered('simulations')).not.toContain('class="paging"');
    const html = rendered('simulations-in-pages');
    expect(text(html)).toContain('Lignes 201 à 300 sur 100\u202f000 Précédent Suivant');
    const kept = 'tri=num%C3%A9ro&amp;sens=d%C3%A9croissant&amp;page=';
    const list = 'href="/impots/do/afficher-vue-liste-simulations';
    expect(html).toContain(`rel="prev" ${list}?${kept}2&amp;comparer=7&amp;comparer=99800"`);
    expect(html).toContain(`rel="next" ${list}?${kept}4&amp;comparer=7&amp;comparer=99800"`);
    expect(html).toContain('<input type="hidden" name="page" value="3">');
    expect(html).toContain('<input type="hidden" name="comparer" value="7">');
    expect(html).not.toContain('<input type="hidden" name="comparer" value="99800">');
    expect(html).toContain(`${list}?tri=imp%C3%B4t&amp;page=1&amp;comparer=7&amp;comparer=99800"`);
    expect(html).toContain(
      `action="/impots/do/supprimer-simulation/99800?${kept}3&amp;comparer=7&amp;comparer=99800"`,
    );
  });

  it('says that the list is empty', () => {
    const page = rendered('simulations-empty');
    expect(text(page)).toContain('Votre liste de simulations est vide');
    expect(text(page)).toContain("Chaque calcul s'ajoute ici");
    expect(rendered('simulations-empty')).not.toContain('<table');
  });
});

describe('years', () => {
  it('lists the years from the latest on, each with the year in which it is declared', () => {
    const html = rendered('years');
    const links = [...html.matchAll(/href="\/impots\/do\/annees\/(\d+)"/g)].map(([, year]) => year);
    expect(links).toEqual(['2025', '2024', '2023', '2022', '2021', '2020', '2019', '2018']);
    expect(plain(html)).toContain('Revenus de 2025 déclarés en 2026 11 600 € +0,9 % 1 807 € 897 €');
  });

  it('shows a value, the one before it, and the change in euros and percent', () => {
    const shown = plain(rendered('year-2025'));
    expect(shown).toContain('Revenus de 2025, déclarés en 2026');
    expect(shown).toContain('Par demi-part 1 807 € 1 791 € +16 € +0,9 %');
    expect(shown).toContain('Seuil de recouvrement inchangé');
  });

  it('says what became of a rate, and of a reduction that was abolished', () => {
    const shown = plain(rendered('year-2020'));
    expect(shown).toContain('11 % 14 % avant 10 084 € 10 064 € +20 €');
    expect(shown).toContain('Réduction pour revenus modestes suppression');
    expect(plain(rendered('year-2025'))).toContain("Ne s'applique pas aux revenus de cette année.");
  });

  it('names the texts of law and leads to them', () => {
    expect(rendered('year-2025')).toContain(
      '<a href="https://www.legifrance.gouv.fr/jorf/article_jo/JORFARTI000053508182" rel="noreferrer">Loi 2026-103 du 19/02/2026 (LF pour 2026), art. 4</a>',
    );
  });

  it('shows the earlier application’s constants where it calculates with them', () => {
    expect(plain(rendered('year-of-legacy'))).toContain('14 % 9 964 € 1 394,96 €');
    expect(rendered('year-2020')).not.toContain('id="legacy"');
  });

  it('can be reached from every page', () => {
    for (const name of Object.keys(fixtures)) expect(rendered(name)).toContain('href="/impots/do/annees"');
  });
});

describe('the outcome of what is being typed', () => {
  const outcomeOf = (changes: Partial<CalculationPage>) =>
    renderOutcome({ ...emptyCalculation, startsAt: 'form', isPreview: true, ...changes }, context());

  it('is the result and what stands below it, with its amount in a few words', () => {
    const { outcome, beyond, status } = outcomeOf({ calculated });
    expect(plain(outcome)).toContain("Montant de l'impôt 12 302 €");
    expect(plain(outcome)).toContain('« Calculer » le garde dans vos simulations.');
    expect(plain(beyond)).toContain('Comment ce montant est-il calculé ?');
    expect(plain(status)).toBe('Impôt : 12 302 €, soit 1 025 € par mois');
  });

  it('says what is wrong, or that there is nothing yet, and takes the focus from nobody', () => {
    expect(outcomeOf({ errors: refused })).toMatchObject({
      outcome: expect.stringContaining('&lt;b&gt;'),
      beyond: expect.stringMatching(/^\s*$/),
      status: 'Une réponse est à corriger',
    });
    expect(outcomeOf({})).toMatchObject({ outcome: expect.stringContaining('result-awaited'), status: '' });
    for (const { outcome } of [outcomeOf({ errors: refused }), outcomeOf({ calculated })])
      expect(outcome).not.toContain('autofocus');
  });
});

describe('the bar', () => {
  const places = (name: string) => {
    const [bar = ''] = /<nav [\s\S]*?<\/nav>/.exec(rendered(name)) ?? [];
    return [...bar.matchAll(/<(?:a|button) [^>]*?(aria-current="\w+")?>([^<]*)</g)].map(
      ([, current, place]) => (current ? `${place} ${current}` : place),
    );
  };
  const rest = ['Plusieurs foyers', 'Prélèvement', 'Valeurs', 'Se déconnecter'];

  it.each([
    ['calculation', ['Calcul aria-current="page"', 'Simulations', ...rest]],
    ['simulations', ['Calcul', 'Simulations aria-current="page"', ...rest]],
    ['errors', ['Calcul', 'Simulations', ...rest]],
    [
      'year-2025',
      [
        'Calcul',
        'Simulations',
        'Plusieurs foyers',
        'Prélèvement',
        'Valeurs aria-current="true"',
        'Se déconnecter',
      ],
    ],
    ['years-signed-out', ['Calcul', 'Prélèvement', 'Valeurs aria-current="page"', 'Se connecter']],
    ['authentication', ['Calcul', 'Prélèvement', 'Valeurs']],
    ['status-404', ['Calcul', 'Prélèvement', 'Valeurs']],
  ])('of %s has the same places in the same order', (name, expected) => {
    expect(places(name)).toEqual(['Menu', ...expected]);
  });

  it('leads to what the view of the session offers (§1.6)', () => {
    expect(rendered('calculation')).toContain('href="/impots/do/afficher-vue-calcul-impot"');
    expect(rendered('calculation')).toContain('href="/impots/do/lister-simulations"');
    expect(rendered('year-2020')).toContain('href="/impots/do/afficher-calcul-impot"');
    expect(rendered('year-2020')).toContain('href="/impots/do/afficher-vue-liste-simulations"');
  });

  it('is of no session where there is none', () => {
    expect(rendered('years-signed-out')).not.toContain('href="/impots/do/afficher');
  });

  it('carries the token wherever actionUrl puts it', () => {
    const page = { view: 'simulations', isEmpty: false, deleted: null } as const;
    const actionUrl = (path: string) => `/do${path}/token`;
    const html = renderPage(page, context({ actionUrl, simulations: simulationList([simulation()]) }));
    expect(html).toContain('href="/do/lister-simulations/token"');
    expect(html).toContain('action="/do/supprimer-simulation/1/token"');
  });
});

describe('errors', () => {
  it('offers a way out to who is not signed in, and only to them (D9)', () => {
    expect(rendered('errors-signed-out')).toContain('<a class="btn btn-primary" href="/impots/do/">');
    expect(rendered('errors')).not.toContain('<a class="btn');
  });
});

describe('status', () => {
  it('explains itself and leads back', () => {
    const html = rendered('status-404');
    expect(text(html)).toContain('404 Page introuvable');
    expect(html).toContain('href="/impots/do/"');
  });

  it('says when to try again', () => {
    expect(text(rendered('status-429'))).toMatch(/Réessayez dans 14\sminutes\./);
    expect(text(rendered('status-503'))).toMatch(/Réessayez dans 5\ssecondes\./);
  });

  it('borrows the words of its class when it has none', () => {
    const ofStatus = (status: number) =>
      renderPage({ view: 'status', status, message: message('unexpected'), sent: null }, context());
    expect(text(ofStatus(418))).toContain('418 Demande incomprise');
    expect(text(ofStatus(502))).toContain('502 Erreur inattendue');
  });
});

function rendered(name: string): string {
  const fixture = fixtures[name];
  if (!fixture) throw new Error(`There is no fixture [${name}].`);
  return renderPage(fixture.page, fixture.context);
}

/** What a page says, with an ordinary space for every narrow or fixed one. */
function plain(html: string): string {
  return text(html).replace(/[\u00a0\u202f]/g, ' ');
}
