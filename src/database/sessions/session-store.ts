import type { Method, TaxResult } from '../../tax/calculation.ts';
import type { Household } from '../../tax/household.ts';

/** The shapes of the session store. The web declares the same ones (src/web/ports.ts): neither imports the other. */

export type SessionType = 'json' | 'xml' | 'html';

/** One calculation: its household, how it was computed and the result in whole euros. */
export interface Simulation {
  readonly incomeYear: number;
  readonly method: Method;
  readonly household: Household;
  readonly result: TaxResult;
}

/** Ids start at 1, grow within a session and are never used again (contract §3). */
export interface NumberedSimulation extends Simulation {
  readonly id: number;
  /** The name that the visitor gave it; null before. */
  readonly label: string | null;
}

export interface SessionState {
  readonly type: SessionType | null;
  readonly user: string | null;
  readonly csrfSecret: string;
  readonly page: string | null;
}

/** `key` stays the same for the session's whole life; the id that the cookie carries changes at login. */
export interface StoredSession extends SessionState {
  readonly key: string;
}

/** Keeps sessions and their simulations; of the ids it keeps only the SHA-256. */
export interface SessionStore {
  /** The live session of that id, or null. Seeing a session prolongs it, within its absolute lifetime. */
  find(id: string): Promise<StoredSession | null>;
  create(id: string, state: SessionState): Promise<StoredSession>;
  /** Changes the named fields only. A no-op on an ended session. */
  update(key: string, changes: Partial<SessionState>): Promise<void>;
  changeId(key: string, newId: string): Promise<void>;
  /** Forgets the session and its simulations. */
  end(key: string): Promise<void>;
  /** Appends in order; null when the session is gone, and then nothing is kept. */
  addSimulations(
    key: string,
    simulations: readonly Simulation[],
  ): Promise<readonly NumberedSimulation[] | null>;
  /** In ascending order of id, without the deleted ones. */
  listSimulations(key: string): Promise<readonly NumberedSimulation[]>;
  /** Names a simulation, or takes its name away. False when there is no simulation of that id. */
  renameSimulation(key: string, id: number, label: string | null): Promise<boolean>;
  /** False when there is no simulation of that id. Its id stays its own: see {@link restoreSimulation}. */
  deleteSimulation(key: string, id: number): Promise<boolean>;
  /** Undoes a deletion, as long as the session lives. False when no simulation of that id has been deleted. */
  restoreSimulation(key: string, id: number): Promise<boolean>;
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
