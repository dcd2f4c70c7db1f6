import type { RequestLog } from '../model/request-log.ts';
import type { OpenLog } from '../operations/log.ts';
import type { Meters } from '../operations/metrics/meters.ts';
import { limitStrangers } from '../operations/stranger-lines.ts';
import { addressGroup } from '../users/address-group.ts';

/** The log as requests write to it. */
export interface ClosableRequestLog extends RequestLog {
  /** Writes what has only been counted. */
  close(): void;
}

export function openRequestLog(log: OpenLog, meters: Pick<Meters, 'lostLine'>): ClosableRequestLog {
  const strangers = limitStrangers(log, () => meters.lostLine('stranger'));
  return {
    info: log.info,
    warn: log.warn,
    error: log.error,
    infoOfStranger: (text, requestId, address) => strangers.write(text, requestId, addressGroup(address)),
    close: strangers.close,
  };
}
