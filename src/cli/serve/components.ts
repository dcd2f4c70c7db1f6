import type { Config } from '../../config/config-schema.ts';
import type { Database } from '../../dao/database.ts';
import type { OpenLog } from '../../operations/log.ts';

/** What the server consists of, for the health and the metrics. */
export interface Components {
  readonly database: { readonly status: 'up' | 'down'; readonly kind: string; readonly state: string };
  readonly sessions: { readonly status: 'up' | 'down'; readonly store: string };
  readonly log: { readonly status: 'up' | 'down' };
}

interface Parts {
  readonly config: Config;
  readonly database: Pick<Database, 'state'>;
  readonly log: Pick<OpenLog, 'isWritable'>;
}

/** How the components are at the moment. */
export function components({ config, database, log }: Parts): Components {
  const { store } = config.session;
  const isDatabaseUp = database.state === 'available';
  return {
    database: { status: upOrDown(isDatabaseUp), kind: config.database.kind, state: database.state },
    sessions: { status: upOrDown(store === 'memory' || isDatabaseUp), store },
    log: { status: upOrDown(log.isWritable) },
  };
}

function upOrDown(isUp: boolean): 'up' | 'down' {
  return isUp ? 'up' : 'down';
}
