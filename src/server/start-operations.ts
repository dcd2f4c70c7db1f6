import type { Config } from '../config/config-schema.ts';
import type { StateChange } from '../database/availability.ts';
import { inLanguage, type LogText } from '../model/log-text.ts';
import type { ProcessContext } from '../model/process-context.ts';
import { type AdminMail, createAdminMail } from '../operations/admin-mail.ts';
import { type Audit, openAudit } from '../operations/audit.ts';
import { type OpenLog, openLog } from '../operations/log.ts';

/** Reports what happens to the running server. */
export interface Operations {
  readonly log: OpenLog;
  readonly audit: Audit;
  readonly mail: AdminMail;
  /** Logs and mails why the start failed. */
  reportFailedStart(text: string): void;
  /** Mails an outage of the database and its end. */
  reportDatabase(change: StateChange): void;
  /** The same for the Redis of the sessions. */
  reportSessions(change: StateChange): void;
  /** Sends and writes everything pending. */
  close(): Promise<void>;
}

/** Opens the log and prepares mails. A log that cannot be opened is mailed too (contract §9). */
export async function startOperations(
  config: Config,
  { streams, language }: ProcessContext,
): Promise<Operations> {
  let log: OpenLog;
  let audit: Audit;
  try {
    log = openLog({ ...config.log, language: config.language, consoleLanguage: language }, streams.stdout);
    audit = openAudit({ ...config.log, file: config.log.audit_file }, (text) => log.error(inAudit(text)));
  } catch (error) {
    const mail = createAdminMail(config.admin_mail, silent);
    mail.send('start-failed', String((error as Error).message));
    await mail.settled();
    throw error;
  }
  const mail = createAdminMail(config.admin_mail, log);
  return {
    log,
    audit,
    mail,
    reportFailedStart(text) {
      log.errorInFile(text);
      audit.record({ event: 'start', outcome: 'failed', detail: text });
      mail.send('start-failed', text);
    },
    reportDatabase: reportOutages('[serveur]', 'database'),
    reportSessions: reportOutages('[sessions]', 'sessions'),
    async close() {
      await mail.settled();
      await audit.close();
      await log.close();
    },
  };

  function reportOutages(subject: string, name: 'database' | 'sessions'): (change: StateChange) => void {
    return ({ from, to, cause }) => {
      if (to === 'unavailable')
        mail.send(`${name}-lost`, `${subject} ${from} → ${to} : ${cause?.message ?? ''}`);
      if (from === 'unavailable' && to === 'available')
        mail.send(`${name}-back`, `${subject} ${from} → ${to}`);
    };
  }
}

function inAudit(text: LogText): LogText {
  return { fr: `[audit] ${inLanguage(text, 'fr')}`, en: `[audit] ${inLanguage(text, 'en')}` };
}

const silent = { info: () => undefined, error: () => undefined };
