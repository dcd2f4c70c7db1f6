import { memorySessionStore } from '../../../src/database/sessions/memory-session-store.ts';
import { describeSessionStore, lifetime } from '../support/session-store-suite.ts';

describeSessionStore('memory', async (clock) => {
  const store = memorySessionStore(lifetime, clock);
  return { store, otherInstance: store, close: async () => {} };
});
