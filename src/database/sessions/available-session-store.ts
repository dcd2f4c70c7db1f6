import type { PurgeableSessionStore } from '../../model/sessions.ts';

/** Runs an operation on the actual store, or rejects because the store cannot be reached. */
type Guard = <T>(operation: (store: PurgeableSessionStore) => Promise<T>) => Promise<T>;

/** A store that exists before its database does: every call goes through `guard`. */
export function availableSessionStore(guard: Guard): PurgeableSessionStore {
  return {
    find: (id) => guard((store) => store.find(id)),
    create: (id, state) => guard((store) => store.create(id, state)),
    update: (key, changes) => guard((store) => store.update(key, changes)),
    changeId: (key, newId) => guard((store) => store.changeId(key, newId)),
    end: (key) => guard((store) => store.end(key)),
    addSimulations: (key, simulations) => guard((store) => store.addSimulations(key, simulations)),
    simulationsAfter: (key, id) => guard((store) => store.simulationsAfter(key, id)),
    recentSimulations: (key) => guard((store) => store.recentSimulations(key)),
    findSimulations: (key, ids) => guard((store) => store.findSimulations(key, ids)),
    renameSimulation: (key, id, label) => guard((store) => store.renameSimulation(key, id, label)),
    deleteSimulation: (key, id) => guard((store) => store.deleteSimulation(key, id)),
    restoreSimulation: (key, id) => guard((store) => store.restoreSimulation(key, id)),
    purge: () => guard((store) => store.purge()),
  };
}
