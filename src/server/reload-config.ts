import { unwatchFile, watchFile } from 'node:fs';
import { ConfigError } from '../config/config-issues.ts';
import type { Config } from '../config/config-schema.ts';
import { formatIssues } from '../config/format-config-issues.ts';
import type { LogText } from '../model/log-text.ts';
import type { Audit } from '../operations/audit.ts';
import type { OpenLog } from '../operations/log.ts';

/** How often the file is checked; notifications of editors and file systems differ too much. */
const LOOK_EVERY_MS = 1_000;

interface Follow {
  /** The YAML file; null for the defaults, which do not change. */
  readonly file: string | null;
  /** The current configuration. */
  readonly running: Config;
  /** Reads the configuration again. */
  readonly reload: () => Config;
  readonly log: Pick<OpenLog, 'info' | 'warn' | 'setLevel'>;
  readonly audit: Pick<Audit, 'record'>;
}

/**
 * Takes over `log.level` when the configuration file changes. A file with issues is reported and changes nothing; other
 * changes are named, and wait for the next start. Answers how to stop.
 */
export function reloadConfigOnChange({ file, running, reload, log, audit }: Follow): () => void {
  if (file === null) return () => undefined;
  let { level } = running.log;
  watchFile(file, { interval: LOOK_EVERY_MS, persistent: false }, look);
  return () => unwatchFile(file, look);

  function look(): void {
    try {
      takeOver(reload());
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      audit.record({
        event: 'configuration-reload',
        outcome: 'refused',
        detail: `${error.issues.length} issues`,
      });
      log.warn({ fr: formatIssues(error.issues, 'fr'), en: formatIssues(error.issues, 'en') });
    }
  }

  function takeOver(read: Config): void {
    if (read.log.level !== level) {
      const change = `log.level: ${level} → ${read.log.level}`;
      // Logged at any level.
      log.setLevel('info');
      log.info(`[serveur] ${change}`);
      level = read.log.level;
      log.setLevel(level);
      audit.record({ event: 'configuration-reload', outcome: 'done', detail: change });
    }
    const waiting = changedSettings(running, read).filter((name) => name !== 'log.level');
    if (waiting.length > 0) log.warn(afterNextStart(waiting));
  }
}

function afterNextStart(settings: readonly string[]): LogText {
  const names = settings.join(', ');
  return {
    fr: `[serveur] au prochain démarrage seulement : ${names}`,
    en: `[serveur] after the next start only: ${names}`,
  };
}

/** The dotted names of the differences, without the values: some are secrets. */
export function changedSettings(one: object, other: object): string[] {
  const before = one as Readonly<Record<string, unknown>>;
  const after = other as Readonly<Record<string, unknown>>;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const [was, is] = [before[name], after[name]];
    if (isSection(was) && isSection(is)) return changedSettings(was, is).map((inner) => `${name}.${inner}`);
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [name];
  });
}

function isSection(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
