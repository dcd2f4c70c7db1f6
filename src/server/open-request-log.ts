import type { RequestLog } from '../model/request-log.ts';
import type { OpenLog } from '../operations/log.ts';
import type { Metrics } from '../operations/metrics/server-metrics.ts';
import { limitStrangers } from '../operations/stranger-lines.ts';
import { addressGroup } from '../users/address-group.ts';

/** The log for requests. */
export interface ClosableRequestLog extends RequestLog {
  /** Writes the counts of omitted lines. */
  close(): void;
}

export function openRequestLog(log: OpenLog, metrics: Pick<Metrics, 'lostLine'>): ClosableRequestLog {
  const strangers = limitStrangers(log, () => metrics.lostLine('stranger'));
  return {
    info: log.info,
    warn: log.warn,
    error: log.error,
    infoOfStranger: (text, requestId, address) => strangers.write(text, requestId, addressGroup(address)),
    close: strangers.close,
  };
}
