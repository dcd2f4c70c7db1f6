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
  /** The name given by the visitor; null without one. */
  readonly label: string | null;
}

/**
 * The most simulations in a session (decision D21), including deleted ones, which can be restored. Stores check it by the
 * counter of the ids.
 */
export const MOST_SIMULATIONS = 100_000;

/** Nothing was kept: the session would exceed {@link MOST_SIMULATIONS}. */
export class SessionFull extends Error {
  override readonly name = 'SessionFull';

  constructor() {
    super(`a session keeps at most ${MOST_SIMULATIONS} simulations`);
  }
}

/** Simulations read at once: a list is never in memory as a whole. */
export const SIMULATIONS_IN_CHUNK = 500;

/** A person's calculation is compared with this many recent ones, so that it is not kept twice. */
export const RECENT_SIMULATIONS = 50;

/** Some simulations of a session, maybe none although more follow. */
export interface SimulationChunk {
  readonly simulations: readonly NumberedSimulation[];
  /** The id after which the next chunk begins; null when there is none. */
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

/** The content of a session besides its simulations. */
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

/** A live session of a signed-in user. `key` stays the same for its whole life; the id in the cookie changes at login. */
export interface StoredSession extends SessionState {
  readonly key: string;
}

/**
 * The characters of the id that stay when it changes: they are no secret alone, and a cluster stores a session by them.
 * The rest is new and random: at least 190 bits.
 */
export const STAYING_CHARACTERS = 11;

/**
 * Keeps sessions and their simulations. Ids are secrets: a store keeps only their SHA-256.
 * Every method rejects with an `Unavailable` error when the database cannot be reached.
 */
export interface SessionStore {
  /** The session of that id; null when it is unknown, expired (idle or absolute) or ended. */
  find(id: string): Promise<StoredSession | null>;
  create(id: string, state: SessionState): Promise<StoredSession>;
  /** Changes the named fields only, so that parallel requests do not undo each other. A no-op on an ended session. */
  update(key: string, changes: Partial<SessionState>): Promise<void>;
  /** The session has the id `newId` from now on instead of the former one. Both have the same beginning. */
  changeId(key: string, newId: string): Promise<void>;
  /** Deletes the session and its simulations. */
  end(key: string): Promise<void>;
  /**
   * Adds them in order and returns them with their ids, which follow the last one of this session. Null when the session
   * has ended meanwhile: nothing was kept.
   *
   * @throws {SessionFull}
   */
  addSimulations(
    key: string,
    simulations: readonly Simulation[],
  ): Promise<readonly NumberedSimulation[] | null>;
  /** The simulations after that id, in ascending order, without deleted ones: at most a chunk. */
  simulationsAfter(key: string, id: number): Promise<SimulationChunk>;
  /** The latest simulations in ascending order, {@link RECENT_SIMULATIONS} ids at most, without deleted ones. */
  recentSimulations(key: string): Promise<readonly NumberedSimulation[]>;
  /** The existing simulations of these ids, in ascending order. */
  findSimulations(key: string, ids: readonly number[]): Promise<readonly NumberedSimulation[]>;
  /** Names a simulation, or removes its name. False for an unknown id. */
  renameSimulation(key: string, id: number, label: string | null): Promise<boolean>;
  /** False for an unknown id. The id is not used again: see {@link restoreSimulation}. */
  deleteSimulation(key: string, id: number): Promise<boolean>;
  /** Undoes a deletion, as long as the session lives. False when no simulation of that id was deleted. */
  restoreSimulation(key: string, id: number): Promise<boolean>;
}

/** A store whose expired sessions have to be deleted from time to time. */
export interface PurgeableSessionStore extends SessionStore {
  /** Deletes expired sessions with their simulations, in one step of limited size. */
  purge(): Promise<PurgeStep>;
}

export interface PurgeStep {
  /** The number of deleted sessions. */
  readonly sessions: number;
  /** Whether another step is needed. */
  readonly more: boolean;
}
