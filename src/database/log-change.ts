import type { StateChange } from './availability.ts';
import type { Log } from './database-settings.ts';
import { logTexts } from './log-texts.ts';

export function logChange(subject: 'database' | 'sessions', change: StateChange, log: Log): void {
  const text = logTexts.changed(subject, change);
  if (change.to === 'unavailable') log.error(text);
  else log.info(text);
}
