import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { furtherResults, type ReferenceResult, referenceSet } from '../../data/reference-results.ts';
import { asList, ContractClient, type Envelope } from '../support/contract-client.ts';
import type { HttpReply } from '../support/http-client.ts';
import type { ContractTarget } from './target.ts';

const bulk = (cases: readonly Pick<ReferenceResult, 'marié' | 'enfants' | 'salaire'>[]) =>
  JSON.stringify(cases.map(({ marié, enfants, salaire }) => ({ marié, enfants, salaire })));

/** Bodies that `calculer-impots` refuses, and what it says of them (contract §2.5). */
const refusedBodies: readonly (readonly [body: string, message: RegExp])[] = [
  ['abc', /^le corps du POST n'est pas une chaîne jSON valide : ./],
  ['[{"marié":"oui"', /^le corps du POST n'est pas une chaîne jSON valide : ./],
  ['{"att1":"value1"}', /^le corps du POST n'est pas une liste ou alors cette liste est vide$/],
  ['[]', /^le corps du POST n'est pas une liste ou alors cette liste est vide$/],
  ['[0,1,2]', /^le corps du POST doit être une liste de dictionnaires$/],
];

const refusedTaxpayers: readonly (readonly [item: string, message: string])[] = [
  ['{"att1":"value1"}', "MyException[2, la clé [att1] n'est pas autorisée]"],
  ['{"marié":"oui"}', 'le dictionnaire doit inclure les clés [marié, enfants, salaire]'],
  [
    '{"marié":"x","enfants":"x","salaire":"x"}',
    "MyException[31, l'attribut marié [x] doit avoir l'une des valeurs oui / non]",
  ],
  [
    '{"marié":"oui","enfants":"2.7","salaire":1}',
    "MyException[32, L'attribut enfants [2.7] doit être un entier >=0]",
  ],
  [
    '{"marié":"oui","enfants":2,"salaire":-1}',
    "MyException[33, L'attribut salaire [-1] doit être un entier >=0]",
  ],
];

/** The contract as a program sees it (§10, replay list), in JSON or in XML, on any server. */
export function programSuite(type: 'json' | 'xml', target: ContractTarget): void {
  describe(`${type} session`, () => {
    let client: ContractClient;

    beforeAll(async () => {
      client = await target.client();
    });
    afterAll(() => target.stop?.());

    /** Status and envelope, whatever the representation; a single message is a list of one. */
    function expectReply(reply: HttpReply, status: number, etat: number): Envelope {
      const envelope = client.read(reply);
      expect({ status: reply.status, état: envelope.état }).toEqual({ status, état: etat });
      return envelope;
    }

    function expectMessages(reply: HttpReply, status: number, etat: number, messages: string[]): void {
      expect(asList(expectReply(reply, status, etat).réponse)).toEqual(messages);
    }

    async function signedIn(): Promise<void> {
      client.read(await client.start(type));
      expectReply(await client.login(), 200, 200);
    }

    it('answers 101 in JSON before there is a session', async () => {
      const stranger = new ContractClient(client.baseUrl, client.options);
      const reply = await stranger.post('/authentifier-utilisateur', {});
      expect(reply.status).toBe(400);
      expect(JSON.parse(reply.body)).toMatchObject({
        action: 'authentifier-utilisateur',
        état: 101,
        réponse: ['pas de session en cours. Commencer par action [init-session]'],
      });
    });

    it('refuses an unknown type and starts a session', async () => {
      expect((await client.start('x' as 'json')).status).toBe(400);
      const reply = await client.start(type);
      expectMessages(reply, 200, 700, [`session démarrée avec le type de réponse ${type}`]);
      expect(reply.headers['set-cookie']?.[0]).toMatch(/; HttpOnly/);
      expect(reply.headers['set-cookie']?.[0]).toMatch(/; SameSite=Lax/i);
      expect(reply.headers['set-cookie']?.[0]).toContain(`; Path=${target.mount || '/'}`);
    });

    it('asks for a login before a calculation', async () => {
      const reply = await client.post('/calculer-impot', { marié: 'oui', enfants: '2', salaire: '50000' });
      expectMessages(reply, 400, 101, ['action [calculer-impot] demandée par utilisateur non authentifié']);
    });

    it('refuses a sign-in without fields, with wrong fields, and with a wrong password', async () => {
      const fields = 'méthode POST requise avec paramètres postés [user, password]';
      expectMessages(await client.post('/authentifier-utilisateur', {}), 400, 201, [fields]);
      const misnamed = await client.post('/authentifier-utilisateur', { user: 'admin', word: 'admin' });
      expectMessages(misnamed, 400, 201, ['paramètre [password] manquant']);
      expectMessages(await client.login('x', 'y'), 401, 201, ["Echec de l'authentification"]);
    });

    it('signs in with a new session id', async () => {
      const reply = await client.login();
      expect(expectReply(reply, 200, 200).réponse).toBe('Authentification réussie');
      expect(reply.headers['set-cookie']).toHaveLength(1);
    });

    it('keeps the user signed in after a failed attempt', async () => {
      expectReply(await client.login('x', 'y'), 401, 201);
      expectReply(await client.get('/lister-simulations'), 200, 500);
    });

    it('says all that is wrong with the fields of a calculation', async () => {
      const missing = await client.post('/calculer-impot', { enfants: '2', salaire: '50000' });
      expectMessages(missing, 400, 301, [
        'méthode POST requise avec les paramètres postés [marié, enfants, salaire]',
      ]);
      const wrong = await client.post('/calculer-impot', { marié: 'X', enfants: '-2', salaire: 'x' });
      expectMessages(wrong, 400, 301, [
        'valeur [x] invalide pour le paramètre [marié (oui/non)]',
        'valeur [-2] invalide pour le paramètre [enfants (entier>=0)]',
        'valeur [x] invalide pour le paramètre [salaire (entier>=0)]',
      ]);
      const misnamed = await client.post('/calculer-impot', { marie: 'oui', enfants: '3abc', salaire: '1' });
      expectMessages(misnamed, 400, 301, [
        'paramètre [marié] manquant',
        'valeur [3abc] invalide pour le paramètre [enfants (entier>=0)]',
      ]);
    });

    it('calculates one household after the other with ids from 1 on', async () => {
      const first = await client.post('/calculer-impot', { marié: 'non', enfants: '0', salaire: '200000' });
      expect(expectReply(first, 200, 300).réponse).toEqual({
        marié: 'non',
        enfants: 0,
        salaire: 200000,
        impôt: 64210,
        surcôte: 7498,
        taux: 0.45,
        décôte: 0,
        réduction: 0,
        id: 1,
      });
      const second = await client.post('/calculer-impot', {
        marié: 'OUI',
        enfants: ' 1 ',
        salaire: '100000',
      });
      expect(expectReply(second, 200, 300).réponse).toMatchObject({
        impôt: 13853,
        surcôte: 1348,
        taux: 0.3,
        id: 2,
      });
    });

    it('accepts the income year as a fourth field and names the known years', async () => {
      const fields = { marié: 'non', enfants: '0', salaire: '200000' };
      expectReply(await client.post('/calculer-impot', { ...fields, année: '2018' }), 200, 300);
      const unknown = await client.post('/calculer-impot', { ...fields, année: '1999' });
      expectMessages(unknown, 400, 301, ['valeur [1999] invalide pour le paramètre [année (une de : 2018)]']);
      expectReply(await client.get('/supprimer-simulation/3'), 200, 600);
    });

    it('lists, deletes by id, and knows what is gone', async () => {
      expect(asList(expectReply(await client.get('/lister-simulations'), 200, 500).réponse)).toHaveLength(2);
      const left = asList(expectReply(await client.get('/supprimer-simulation/1'), 200, 600).réponse);
      expect(left).toMatchObject([{ id: 2 }]);
      expectMessages(await client.get('/supprimer-simulation/1'), 400, 601, [
        "la simulation n° [1] n'existe pas",
      ]);
      expect((await client.get('/supprimer-simulation/-4')).status).toBe(404);
      expect((await client.get('/supprimer-simulation/abc')).status).toBe(404);
    });

    it.each(refusedBodies)('refuses the bulk body %s', async (body, pattern) => {
      const envelope = expectReply(await client.postJson('/calculer-impots', body), 400, 1501);
      expect(asList(envelope.réponse)).toEqual([expect.stringMatching(pattern)]);
    });

    it.each(refusedTaxpayers)('gives back the taxpayer %s with its issue', async (item, erreur) => {
      const envelope = expectReply(await client.postJson('/calculer-impots', `[${item}]`), 400, 1501);
      const [offending] = asList(envelope.réponse);
      expect(offending).toMatchObject({ erreur });
      expect(Object.keys(offending as object)).toEqual([...Object.keys(JSON.parse(item)), 'erreur']);
    });

    it('computes nothing of a list with one bad taxpayer, and gives back only that one', async () => {
      const body = '[{"marié":"oui","enfants":2,"salaire":1},{"marié":"oui"}]';
      const envelope = expectReply(await client.postJson('/calculer-impots', body), 400, 1501);
      expect(asList(envelope.réponse)).toHaveLength(1);
      expect(asList(expectReply(await client.get('/lister-simulations'), 200, 500).réponse)).toHaveLength(1);
    });

    it('computes the reference set in one request, ids going on', async () => {
      const envelope = expectReply(await client.postJson('/calculer-impots', bulk(referenceSet)), 200, 1500);
      expect(envelope.réponse).toEqual(referenceSet.map((result, index) => ({ ...result, id: 4 + index })));
    });

    it('computes the further reference results', async () => {
      const envelope = expectReply(
        await client.postJson('/calculer-impots', bulk(furtherResults)),
        200,
        1500,
      );
      expect(envelope.réponse).toMatchObject(furtherResults);
    });

    it('reads numbers as the earlier application did', async () => {
      const body =
        '[{"marié":" OUI ","enfants":" +2 ","salaire":"50_000"},{"marié":"oui","enfants":2.7,"salaire":50000.9}]';
      const envelope = expectReply(await client.postJson('/calculer-impots', body), 200, 1500);
      expect(envelope.réponse).toMatchObject([
        { marié: 'oui', enfants: 2, salaire: 50000, impôt: 1384 },
        { enfants: 2, salaire: 50000, impôt: 1384 },
      ]);
    });

    it('serves the constants of the calculation', async () => {
      const { réponse } = expectReply(await client.get('/get-admindata'), 200, 1000);
      expect(réponse).toEqual({
        limites: [9964, 27519, 73779, 156244, 0],
        coeffr: [0, 0.14, 0.3, 0.41, 0.45],
        coeffn: [0, 1394.96, 5798, 13913.69, 20163.45],
        plafond_qf_demi_part: 1551,
        plafond_revenus_celibataire_pour_reduction: 21037,
        plafond_revenus_couple_pour_reduction: 42074,
        valeur_reduc_demi_part: 3797,
        plafond_decote_celibataire: 1196,
        plafond_decote_couple: 1970,
        plafond_impot_couple_pour_decote: 2627,
        plafond_impot_celibataire_pour_decote: 1595,
        abattement_dixpourcent_max: 12502,
        abattement_dixpourcent_min: 437,
        id: 1,
      });
    });

    it.each([
      ['/afficher-calcul-impot', 800],
      ['/afficher-vue-authentification', 1100],
      ['/afficher-vue-liste-simulations', 1200],
      ['/afficher-vue-liste-erreurs', 1300],
      ['/afficher-vue-calcul-impot', 1400],
    ])('answers %s with %i and nothing to say', async (path, etat) => {
      expect(expectReply(await client.get(path), 200, etat).réponse).toBe('');
    });

    it('ends the session, in its own representation, and forgets it', async () => {
      const ended = expectReply(await client.get('/fin-session'), 200, 400);
      expect(ended.réponse).toBe('session réinitialisée');
      const after = await client.get('/lister-simulations');
      expect(after.status).toBe(400);
      expect(JSON.parse(after.body)).toMatchObject({
        état: 101,
        réponse: ['pas de session en cours. Commencer par action [init-session]'],
      });
    });

    it('replays the console clients: compute, list, delete every second one, end', async () => {
      await signedIn();
      expectReply(await client.postJson('/calculer-impots', bulk(referenceSet)), 200, 1500);
      for (const id of [1, 3, 5, 7, 9, 11]) {
        expectReply(await client.get(`/supprimer-simulation/${id}`), 200, 600);
      }
      const left = asList(expectReply(await client.get('/lister-simulations'), 200, 500).réponse);
      expect(left.map((each) => (each as { id: number }).id)).toEqual([2, 4, 6, 8, 10]);
      expectReply(await client.get('/fin-session'), 200, 400);
    });

    it('shows an empty list: none in XML, [] in JSON', async () => {
      await signedIn();
      const reply = await client.get('/lister-simulations');
      expect(asList(expectReply(reply, 200, 500).réponse)).toEqual([]);
      if (type === 'xml') expect(reply.body).not.toContain('réponse');
    });

    it('answers unknown addresses and methods in its own representation', async () => {
      const unknown = await client.get('/no-such-action');
      expect(unknown.status).toBe(404);
      client.read(unknown);
      const wrongMethod = await client.get('/calculer-impot');
      expect(wrongMethod.status).toBe(405);
      expect(wrongMethod.headers.allow).toBe('POST');
      client.read(wrongMethod);
      expect((await client.send(`${client.tokened('/lister-simulations')}/`)).status).toBe(404);
    });

    if (target.tokens) tokenTests();

    function tokenTests(): void {
      it('offers the entry without a token by GET alone', async () => {
        const reply = await client.send('/init-session-without-csrftoken/json', { method: 'POST' });
        expect([reply.status, reply.headers.allow]).toEqual([405, 'GET']);
      });

      it('refuses a token that is not of this session with 121', async () => {
        await signedIn();
        const good = client.token;
        client.token = `${'A'.repeat(16)}.${'B'.repeat(43)}`;
        expectMessages(await client.get('/lister-simulations'), 400, 121, ['The CSRF token is invalid.']);
        client.token = good;
        expectReply(await client.get('/lister-simulations'), 200, 500);
      });

      it('accepts every token of the session, also those from before the login (D23)', async () => {
        client.read(await client.start(type));
        const before = client.token;
        expectReply(await client.login(), 200, 200);
        expect(client.token).not.toBe(before);
        client.token = before;
        expectReply(await client.get('/lister-simulations'), 200, 500);
      });

      it('needs the segment: without it the address does not exist', async () => {
        expect((await client.send('/lister-simulations')).status).toBe(404);
        expect((await client.send('/init-session/json')).status).toBe(404);
      });

      it('gives a new token with the end of the session', async () => {
        await signedIn();
        const before = client.token;
        expectReply(await client.get('/fin-session'), 200, 400);
        expect(client.token).not.toBe(before);
      });
    }
  });
}
