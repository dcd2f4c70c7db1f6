import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asList, ContractClient, type Envelope } from '../support/contract-client.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

/** Our own actions beside the contract's, as programs use them: the same envelope, in JSON and in XML. */
describe.each(['json', 'xml'] as const)('detailed households (%s)', (type) => {
  let server: RunningServer;
  let client: ContractClient;

  beforeAll(async () => {
    server = await startServer({
      config: { tax: { method: 'official', income_year: 2025 }, csrf_token: true, users: [ADMIN] },
    });
    client = new ContractClient(`${server.origin}/do`, { tokens: true });
    client.read(await client.start(type));
    client.read(await client.login());
  });
  afterAll(() => server?.stop());

  async function calculate(fields: Record<string, string>): Promise<{ status: number; envelope: Envelope }> {
    const reply = await client.post('/calculer-impot-detaille', fields);
    return { status: reply.status, envelope: client.read(reply) };
  }

  const family = {
    situation: 'marié',
    enfants: '2',
    enfants_garde_alternée: '1',
    salaire_1: '61000',
    salaire_2: '24000',
    pension_2: '6500',
  };

  it('are calculated and kept', async () => {
    const { status, envelope } = await calculate(family);
    expect(status).toBe(200);
    expect(envelope).toMatchObject({ action: 'calculer-impot-detaille', état: 1600 });
    expect(envelope.réponse).toEqual({
      marié: 'oui',
      enfants: 3,
      salaire: 85_000,
      impôt: 5492,
      surcôte: 899,
      taux: 0.3,
      décôte: 0,
      réduction: 0,
      id: 1,
      situation: 'marié',
      parent_isolé: 'non',
      enfants_garde_alternée: 1,
      salaire_1: 61_000,
      pension_1: 0,
      salaire_2: 24_000,
      pension_2: 6500,
      année: 2025,
    });
    const opened = client.read(await client.get('/ouvrir-simulation/1'));
    expect(opened).toMatchObject({ état: 1800, réponse: envelope.réponse });
    const listed = client.read(await client.get('/lister-simulations'));
    expect(Object.keys(asList(listed.réponse)[0] as object)).not.toContain('situation');
  });

  it('of the short form come to the same as by the contract’s action', async () => {
    const contract = client.read(
      await client.post('/calculer-impot', { marié: 'non', enfants: '1', salaire: '40000', année: '2019' }),
    );
    const { envelope } = await calculate({
      situation: 'célibataire',
      enfants: '1',
      salaire_1: '40000',
      année: '2019',
    });
    const { id: _, ...amounts } = contract.réponse as Record<string, unknown>;
    expect(envelope.réponse).toMatchObject(amounts);
  });

  it('are refused with every issue at once', async () => {
    const { status, envelope } = await calculate({ situation: 'veuf', parent_isolé: 'oui', salaire_2: '1' });
    expect([status, envelope.état]).toEqual([400, 1601]);
    expect(asList(envelope.réponse)).toEqual([
      'le paramètre [parent_isolé] ne vaut que pour la situation [célibataire]',
      'le paramètre [parent_isolé] demande au moins un enfant',
      'le paramètre [salaire_2] ne vaut que pour la situation [marié]',
    ]);
  });

  it('that are not in the list cannot be opened', async () => {
    const reply = await client.get('/ouvrir-simulation/99');
    const { état, réponse } = client.read(reply);
    expect([reply.status, état, asList(réponse)]).toEqual([
      400,
      1801,
      ["la simulation n° [99] n'existe pas"],
    ]);
  });

  it('need a session that is signed in', async () => {
    const stranger = new ContractClient(`${server.origin}/do`, { tokens: true });
    stranger.read(await stranger.start(type));
    const reply = await stranger.post('/calculer-impot-detaille', family);
    expect([reply.status, stranger.read(reply).état]).toEqual([400, 101]);
  });
});
