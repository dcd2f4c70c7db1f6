import { RECENT_SIMULATIONS, SIMULATIONS_IN_CHUNK } from '../../model/sessions.ts';

/** A chunk of simulations as a range of ids, for stores that look up by id: see `SimulationChunk`. */
export interface IdWindow {
  readonly ids: readonly number[];
  readonly next: number | null;
}

/** The ids of the latest simulations. @param last the last id that the session has given */
export function recentIds(last: number): readonly number[] {
  const count = Math.min(RECENT_SIMULATIONS, last);
  return Array.from({ length: count }, (_, index) => last - count + index + 1);
}

/** @param last the last id that the session has given */
export function idWindowAfter(id: number, last: number): IdWindow {
  const end = Math.min(id + SIMULATIONS_IN_CHUNK, last);
  const ids = Array.from({ length: Math.max(0, end - id) }, (_, index) => id + index + 1);
  return { ids, next: end < last ? end : null };
}
