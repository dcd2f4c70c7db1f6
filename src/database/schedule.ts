import type { Log } from './database-settings.ts';
import { logTexts } from './log-texts.ts';

/** Runs `work` every `milliseconds`, never twice at once, without keeping the process alive. Returns a function that stops it. */
export function every(milliseconds: number, work: () => Promise<void>, log: Log): () => void {
  let busy = false;
  const timer = setInterval(async () => {
    if (busy) return;
    busy = true;
    try {
      await work();
    } catch (error) {
      log.warn(logTexts.postponed((error as Error).message));
    } finally {
      busy = false;
    }
  }, milliseconds).unref();
  return () => clearInterval(timer);
}
