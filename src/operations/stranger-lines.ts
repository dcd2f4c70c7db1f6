import type { LogText } from '../model/log-text.ts';
import type { Log } from './log.ts';
import { MinuteShares } from './minute-shares.ts';

/** Lines of a minute: enough for a class behind one address, and at most 4 MB for all. */
const LINES = { ofOne: 2_000, ofAll: 6_000 };

/** Writes the log lines of strangers. */
export interface StrangerLines {
  write(text: string, requestId: string, client: string): void;
  /** Writes the number of omitted lines since the last minute ended. */
  close(): void;
}

/**
 * Keeps strangers, who may ask as often as they like, from pushing out of the log what was there before, since its files
 * begin anew at a size: the first lines of a minute are written, of the others one line says how many.
 *
 * @param onLeftOut called for each line that is not written
 */
export function limitStrangers(log: Pick<Log, 'info' | 'warn'>, onLeftOut: () => void): StrangerLines {
  let leftOut = 0;
  const shares = new MinuteShares(LINES, () => {
    if (leftOut > 0) log.warn(leftOutText(leftOut));
    leftOut = 0;
  });
  return {
    write(text, requestId, client) {
      if (shares.letsThrough(client)) return log.info(text, requestId);
      leftOut += 1;
      onLeftOut();
    },
    close: () => shares.end(),
  };
}

function leftOutText(lines: number): LogText {
  return {
    fr: `[log] ${lines} lignes d'inconnus omises en une minute`,
    en: `[log] ${lines} lines of strangers left out within a minute`,
  };
}
