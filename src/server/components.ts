import type { Config } from '../config/config-schema.ts';
import type { Database } from '../database/database.ts';
import type { Audit } from '../operations/audit.ts';
import type { OpenLog } from '../operations/log.ts';
import type { SessionService } from './session-service.ts';

/** What the server consists of, for the health and the metrics. */
export interface Components {
  readonly database: { readonly status: 'up' | 'down'; readonly kind: string; readonly state: string };
  readonly sessions: { readonly status: 'up' | 'down'; readonly store: string; readonly state: string };
  readonly log: { readonly status: 'up' | 'down' };
  readonly audit: { readonly status: 'up' | 'down' };
}

interface Parts {
  readonly config: Config;
  readonly database: Pick<Database, 'state'>;
  readonly sessions: Pick<SessionService, 'state'>;
  readonly log: Pick<OpenLog, 'isWritable'>;
  readonly audit: Pick<Audit, 'isWritable'>;
}

/** How the components are at the moment. */
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
    log: { status: upOrDown(log.isWritable) },
    audit: { status: upOrDown(audit.isWritable) },
  };
}

function upOrDown(isUp: boolean): 'up' | 'down' {
  return isUp ? 'up' : 'down';
}
