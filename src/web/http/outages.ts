import type { Dependency } from '../../model/unavailable.ts';
import type { WebServices } from '../../model/web-services.ts';
import { type MessageId, message } from '../messages/message.ts';
import { Problem } from './problem.ts';

/** Whether requests can be served, and what is down when they cannot. */
export type Outages = Pick<WebServices, 'retryAfter' | 'downDependency'>;

export function refuseWhileUnavailable({ retryAfter, downDependency }: Outages): void {
  const seconds = retryAfter();
  if (seconds !== null) throw unavailable(downDependency(), seconds);
}

const outageTexts = {
  database: 'databaseUnavailable',
  redis: 'redisUnavailable',
  sharedFolder: 'sharedFolderUnavailable',
} as const satisfies Record<Dependency, MessageId>;

export function unavailable(what: Dependency, seconds: number, cause?: unknown): Problem {
  return new Problem(503, message(outageTexts[what], { seconds }), {
    headers: { 'Retry-After': String(seconds) },
    cause,
  });
}
