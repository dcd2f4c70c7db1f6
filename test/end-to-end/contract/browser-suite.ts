import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContractClient } from '../support/contract-client.ts';
import type { HttpReply } from '../support/http-client.ts';
import type { ContractTarget } from './target.ts';

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** What a page says, without its markup; the spaces that keep words together read as spaces. */
function words({ body }: HttpReply): string {
  return body
    .replace(/<[^>]+>/g, '')
    .replace(/&#x?([0-9A-Fa-f]+);/g, (code, digits) =>
      String.fromCodePoint(Number.parseInt(digits, code[2] === 'x' ? 16 : 10)),
    )
    .replace(/&(\w+);/g, (whole, name) => entities[name] ?? whole)
    .replace(/[\u00a0\u202f]/g, ' ');
}

/** The contract as a browser sees it: redirects, pages, what each page offers (contract §1.6, §6). */
export function browserSuite(target: ContractTarget): void {
  describe('html session', () => {
    let client: ContractClient;

    beforeAll(async () => {
      client = await target.client();
    });
    afterAll(() => target.stop?.());

    const where = (location: string | undefined) =>
      String(location).replace(target.tokens ? /\/[\w-]{16}\.[\w-]{43}$/ : /$/, '');

    /** The reply's own redirect, then the page that it leads to. The page's token becomes the client's. */
    async function arrive(reply: HttpReply): Promise<{ path: string[]; page: HttpReply }> {
      const followed = await client.follow(reply);
      const token = /\/([\w-]{16}\.[\w-]{43})"/.exec(followed.reply.body)?.[1];
      if (token) client.token = token;
      expect(followed.reply.headers['content-type']).toBe('text/html; charset=utf-8');
      return { path: followed.path.map(where), page: followed.reply };
    }

    const at = (path: string) => `${target.mount}${path}`;

    it('leads from the root to the sign-in page', async () => {
      const { path, page } = await arrive(await client.send('/'));
      expect(path).toEqual([at('/init-session/html'), at('/afficher-vue-authentification')]);
      expect(page.status).toBe(200);
      expect(page.body).toMatch(/name="user"/);
    });

    it('adds the slash that the prefix needs', async () => {
      if (target.prefix === '') return;
      const reply = await client.send('');
      expect([reply.status, reply.headers.location]).toEqual([308, at('/')]);
    });

    it('keeps every link, form and asset inside the mount', async () => {
      const { page } = await arrive(await client.send('/'));
      const urls = [...page.body.matchAll(/(?:href|action|src)="([^"#][^"]*)"/g)].map(([, url = '']) => url);
      expect(urls.length).toBeGreaterThan(2);
      const alias = target.mount.slice(0, target.mount.length - target.prefix.length);
      for (const url of urls) {
        expect(url.startsWith(`${target.mount}/`) || url.startsWith(`${alias}/static/`), url).toBe(true);
        if (url.includes('/static/'))
          expect((await client.sendTo(new URL(url, client.baseUrl).href)).status).toBe(200);
      }
    });

    it('answers a wrong password with the sign-in page and the login typed', async () => {
      const { path, page } = await arrive(await client.login('x<b>', 'y'));
      expect(path).toEqual([at('/afficher-vue-authentification')]);
      expect(page.body).toContain('Les erreurs suivantes se sont produites');
      expect(words(page)).toContain('Échec de la connexion');
      expect(page.body).toContain('x&lt;b&gt;');
      expect(page.body).not.toContain('x<b>');
    });

    it('signs in and shows the empty calculation', async () => {
      const { path, page } = await arrive(await client.login());
      expect(path).toEqual([at('/afficher-vue-calcul-impot')]);
      expect(page.body).toMatch(/name="salaire"/);
      expect(page.body).toMatch(/id="gridRadios2"[^>]*\bchecked\b/);
    });

    it('calculates, shows the result and keeps what was typed', async () => {
      const { path, page } = await arrive(
        await client.post('/calculer-impot', { marié: 'oui', enfants: '2', salaire: '50000' }),
      );
      expect(path).toEqual([at('/afficher-vue-calcul-impot')]);
      expect(page.body).toContain('<data value="1384">');
      expect(words(page)).toContain("Montant de l'impôt 1 384 €");
      expect(words(page)).toContain('Décote 384 €');
      expect(words(page)).toContain('Réduction 347 €');
      expect(words(page)).toContain('Surcote 0 €');
      expect(words(page)).toContain('Taux marginal (TMI) 14 %');
      expect(page.body).toMatch(/id="gridRadios1"[^>]*\bchecked\b/);
      expect(page.body).toMatch(/id="salaire"[^>]*value="50000"/);
    });

    it('replays harmlessly when the page is loaded again', async () => {
      const again = await client.get('/afficher-vue-calcul-impot');
      expect(again.status).toBe(200);
      expect(again.body).toContain('<data value="1384">');
    });

    it('shows all issues of a calculation, escaped', async () => {
      const { page } = await arrive(
        await client.post('/calculer-impot', { marie: 'oui', enfants: '<script>', salaire: '1e15' }),
      );
      expect(words(page)).toContain('Il manque une réponse.');
      expect(words(page)).toContain('au lieu de « <script> ».');
      expect(words(page)).not.toContain('paramètre [');
      expect(page.body).not.toContain('<script>');
      expect(page.body).not.toMatch(/id="gridRadios\d"[^>]*\bchecked\b/);
    });

    it('lists the simulations and deletes by a form', async () => {
      const { path, page } = await arrive(await client.get('/lister-simulations'));
      expect(path).toEqual([at('/afficher-vue-liste-simulations')]);
      expect(page.body).toContain('Liste de vos simulations');
      expect(page.body).toMatch(
        new RegExp(`<form[^>]*method="post"[^>]*action="${at('/supprimer-simulation/1')}`),
      );
      const after = await arrive(await client.post('/supprimer-simulation/1', {}));
      expect(after.path).toEqual([at('/afficher-vue-liste-simulations')]);
      expect(after.page.body).toContain('Votre liste de simulations est vide');
    });

    it('refuses an action that the page does not offer', async () => {
      const { path, page } = await arrive(await client.get('/afficher-vue-calcul-impot'));
      expect(path).toEqual([at('/afficher-vue-liste-erreurs')]);
      expect(page.body).toContain('Les erreurs inattendues suivantes se sont produites');
      expect(words(page)).toContain("Cette action n'est pas possible depuis cette page.");
    });

    it('refuses what belongs to programs with the page of errors (D10)', async () => {
      await arrive(await client.get('/afficher-calcul-impot'));
      const { path } = await arrive(await client.get('/get-admindata'));
      expect(path).toEqual([at('/afficher-vue-liste-erreurs')]);
    });

    it('refuses what another site sends, and lets its links to the entry pass', async () => {
      await arrive(await client.get('/afficher-calcul-impot'));
      for (const headers of [
        { 'sec-fetch-site': 'cross-site' },
        { origin: 'https://evil.example' },
        { origin: 'null' },
      ]) {
        const reply = await client.post('/fin-session', {}, { headers });
        expect(reply.status).toBe(403);
      }
      const headers = { 'sec-fetch-site': 'cross-site' };
      expect((await client.send('/', { headers })).status).toBe(302);
      expect((await client.get('/init-session/html', { headers })).status).toBe(302);
      expect((await client.get('/init-session/json', { headers })).status).toBe(403);
    });

    it('ends the session and stands at the sign-in page again', async () => {
      await arrive(await client.send('/'));
      await arrive(await client.login());
      const { path } = await arrive(await client.post('/fin-session', {}));
      expect(path).toEqual([at('/init-session/html'), at('/afficher-vue-authentification')]);
    });

    it('leads back to the entry where the page of errors has nothing to show (D11)', async () => {
      const reply = await client.get('/afficher-vue-liste-erreurs');
      expect([reply.status, reply.headers.location]).toEqual([302, at('/')]);
    });

    it('shows a page to a browser without a session, with the way in', async () => {
      const stranger = await target.client();
      const path = target.tokens
        ? `/lister-simulations/${'a'.repeat(16)}.${'b'.repeat(43)}`
        : '/lister-simulations';
      const reply = await stranger.send(path, { headers: { accept: 'text/html' } });
      expect(reply.status).toBe(400);
      expect(words(reply)).toContain("Votre session est terminée ou n'a pas commencé.");
      expect(reply.body).toContain(`href="${at('/')}`);
    });

    it('has a page for what does not exist', async () => {
      const reply = await client.send('/no/such/page', { headers: { accept: 'text/html' } });
      expect(reply.status).toBe(404);
      expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(reply.body).toContain(`href="${at('/')}"`);
    });

    it('forbids every page what a page of ours never needs', async () => {
      const { page } = await arrive(await client.send('/'));
      expect(page.headers['content-security-policy']).toContain("default-src 'none'");
      expect(page.headers['x-content-type-options']).toBe('nosniff');
      expect(page.headers['x-powered-by']).toBeUndefined();
      expect(page.body).not.toMatch(/<script(?![^>]*src=)|<style| style=|\son\w+=/);
    });
  });
}
