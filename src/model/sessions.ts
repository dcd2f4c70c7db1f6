import type { Household } from '../tax/return/household.ts';
import type { Method, TaxResult } from '../tax/tax-result.ts';

/** The representation that a session asked for with `init-session` (contract §1.5). */
export type SessionType = 'json' | 'xml' | 'html';

/** One calculation as it is kept: its household, how it was computed and the result in whole euros. */
export interface Simulation {
  readonly incomeYear: number;
  readonly method: Method;
  readonly household: Household;
  readonly result: TaxResult;
}

/** A kept simulation. Ids start at 1, grow within a session and are never used again (contract §3). */
export interface NumberedSimulation extends Simulation {
  readonly id: number;
  /** The name that the visitor gave it; null before. */
  readonly label: string | null;
}

/**
 * The most simulations that a session keeps (decision D21). Deleted ones count: they are kept to be restored. Stores hold
 * it by the counter of the ids, so that nobody has to count.
 */
export const MOST_SIMULATIONS = 100_000;

/** Nothing was kept: the session would have more simulations than {@link MOST_SIMULATIONS}. */
export class SessionFull extends Error {
  override readonly name = 'SessionFull';

  constructor() {
    super(`a session keeps at most ${MOST_SIMULATIONS} simulations`);
  }
}

/** How many simulations are read at once: a list never stands in memory as a whole. */
export const SIMULATIONS_IN_CHUNK = 500;

/** How far back a person's calculation is looked for, so that the same household is not kept twice. */
export const RECENT_SIMULATIONS = 50;

/** Some simulations of a session, perhaps none although more follow. */
export interface SimulationChunk {
  readonly simulations: readonly NumberedSimulation[];
  /** The id behind which the next chunk begins; null when there is none. */
  readonly next: number | null;
}

/** All simulations of a session, in ascending order of id and in chunks, none of them empty. */
export async function* simulationsOf(
  store: Pick<SessionStore, 'simulationsAfter'>,
  key: string,
): AsyncGenerator<readonly NumberedSimulation[]> {
  for (let after: number | null = 0; after !== null; ) {
    const { simulations, next }: SimulationChunk = await store.simulationsAfter(key, after);
    if (simulations.length > 0) yield simulations;
    after = next;
  }
}

/** What a session holds beside its simulations. */
export interface SessionState {
  /** Null between the entry route and `init-session`. */
  readonly type: SessionType | null;
  /** The login of the signed-in user. */
  readonly user: string | null;
  /** Signs the tokens of this session; stays the same when the session id changes at login (decision D23). */
  readonly csrfSecret: string;
  /** The model of the next page (contract §1.6, `modèle`), serialised by the web. */
  readonly page: string | null;
}

/** A live session of somebody who has signed in. `key` stays the same for its whole life; the id that the cookie carries changes at login. */
export interface StoredSession extends SessionState {
  readonly key: string;
}

/**
 * How many characters of its id a session keeps when the id changes: they open nothing alone, and a cluster keeps all of a
 * session where they lead. The rest is new, and random: at least 190 bits.
 */
export const STAYING_CHARACTERS = 11;

/**
 * Keeps sessions and their simulations. Ids are secrets: a store keeps only their SHA-256.
 * Every method rejects with an {@link Unavailable} error when the database cannot be reached.
 */
export interface SessionStore {
  /** The session of that id; null when it is unknown, expired (idle or absolute) or ended. */
  find(id: string): Promise<StoredSession | null>;
  create(id: string, state: SessionState): Promise<StoredSession>;
  /** Changes the named fields only, so that parallel requests do not undo each other. A no-op on an ended session. */
  update(key: string, changes: Partial<SessionState>): Promise<void>;
  /** The session answers to `newId` from now on, and no longer to the former id, with which it shares its beginning. */
  changeId(key: string, newId: string): Promise<void>;
  /** Forgets the session and its simulations. */
  end(key: string): Promise<void>;
  /**
   * Appends in order and returns them with their ids, which follow the last one given in this session.
   * Null when the session has been ended meanwhile: nothing was kept.
   *
   * @throws {SessionFull}
   */
  addSimulations(
    key: string,
    simulations: readonly Simulation[],
  ): Promise<readonly NumberedSimulation[] | null>;
  /** The simulations behind that id, in ascending order, without the deleted ones: at most a chunk of them. */
  simulationsAfter(key: string, id: number): Promise<SimulationChunk>;
  /** The latest of them in ascending order, {@link RECENT_SIMULATIONS} ids at most, without the deleted ones. */
  recentSimulations(key: string): Promise<readonly NumberedSimulation[]>;
  /** Those of these ids that there are, in ascending order. */
  findSimulations(key: string, ids: readonly number[]): Promise<readonly NumberedSimulation[]>;
  /** Names a simulation, or takes its name away. False when there is no simulation of that id. */
  renameSimulation(key: string, id: number, label: string | null): Promise<boolean>;
  /** False when there is no simulation of that id. Its id stays its own: see {@link restoreSimulation}. */
  deleteSimulation(key: string, id: number): Promise<boolean>;
  /** Undoes a deletion, as long as the session lives. False when no simulation of that id has been deleted. */
  restoreSimulation(key: string, id: number): Promise<boolean>;
}

/** An error of a dependency that is away for a while: the answer is 503 with Retry-After. */
export interface Unavailable extends Error {
  readonly retryAfterSeconds: number;
}

/** A store whose expired sessions have to be cleared away from time to time. */
export interface PurgeableSessionStore extends SessionStore {
  /** Forgets expired sessions with their simulations, in one step of limited size. */
  purge(): Promise<PurgeStep>;
}

export interface PurgeStep {
  /** How many sessions were forgotten. */
  readonly sessions: number;
  /** Whether another step has something to do. */
  readonly more: boolean;
}
