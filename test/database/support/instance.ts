import { openDatabase } from '../../../src/database/database.ts';
import type { DatabaseSettings } from '../../../src/database/database-settings.ts';
import { simulation } from './simulations.ts';

/**
 * A server without its web, as a process of its own (instance-process.ts bundles it): starts the database, says so in
 * a line of JSON and then, given a session id, adds simulations until it is killed, each id on a line once it is kept.
 */
const [settings, sessionId] = process.argv.slice(2);
const say = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const database = openDatabase(
  {
    database: JSON.parse(settings ?? '') as DatabaseSettings,
    session: { idle_minutes: 120, absolute_hours: 24 },
  },
  { log: silent, clock: Date.now, onStateChange: () => {} },
);

async function addForEver(id: string): Promise<never> {
  const { sessions } = database;
  const state = { type: 'json', user: 'admin', csrfSecret: 'secret', page: null } as const;
  const { key } = (await sessions.find(id)) ?? (await sessions.create(id, state));
  for (;;) {
    try {
      const kept = await sessions.addSimulations(key, [simulation(1)]);
      say({ kept: kept?.[0]?.id });
    } catch (error) {
      say({ error: (error as Error).message });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

async function main(): Promise<void> {
  try {
    await database.start();
    say({ installationId: database.installationId, years: database.taxYears().length });
    if (sessionId !== undefined) await addForEver(sessionId);
  } catch (error) {
    say({ error: (error as Error).message });
  }
  await database.close();
}

void main();
