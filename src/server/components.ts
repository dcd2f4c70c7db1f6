import type { Config } from '../config/config-schema.ts';
import type { Database } from '../database/database.ts';
import type { Audit } from '../operations/audit.ts';
import type { OpenLog } from '../operations/log.ts';
import type { SessionService } from './session-service.ts';

/** The components of the server, for the health and the metrics. */
export interface Components {
  readonly database: { readonly status: 'up' | 'down'; readonly kind: string; readonly state: string };
  readonly sessions: { readonly status: 'up' | 'down'; readonly store: string; readonly state: string };
  readonly log: FileComponent;
  readonly audit: FileComponent;
}

interface FileComponent {
  readonly status: 'up' | 'down';
  /** Since the start, lost to a slow or full disk. */
  readonly lost_lines: number;
}

interface Parts {
  readonly config: {
    readonly database: Pick<Config['database'], 'kind'>;
    readonly session: Pick<Config['session'], 'store'>;
  };
  readonly database: Pick<Database, 'state'>;
  readonly sessions: Pick<SessionService, 'state'>;
  readonly log: Pick<OpenLog, 'isWritable' | 'lostLines'>;
  readonly audit: Pick<Audit, 'isWritable' | 'lostLines'>;
}

/** The current state of the components. */
export function components({ config, database, sessions, log, audit }: Parts): Components {
  return {
    database: {
      status: upOrDown(database.state === 'available'),
      kind: config.database.kind,
      state: database.state,
    },
    sessions: {
      status: upOrDown(sessions.state === 'available'),
      store: config.session.store,
      state: sessions.state,
    },
    log: { status: upOrDown(log.isWritable), lost_lines: log.lostLines },
    audit: { status: upOrDown(audit.isWritable), lost_lines: audit.lostLines },
  };
}

function upOrDown(isUp: boolean): 'up' | 'down' {
  return isUp ? 'up' : 'down';
}
