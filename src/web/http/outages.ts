import type { WebServices } from '../../model/web-services.ts';
import { message } from '../messages/message.ts';
import { Problem } from './problem.ts';

/** Whether requests can be served, and what is down when they cannot. */
export type Outages = Pick<WebServices, 'retryAfter' | 'downDependency'>;

export function refuseWhileUnavailable({ retryAfter, downDependency }: Outages): void {
  const seconds = retryAfter();
  if (seconds !== null) throw unavailable(downDependency(), seconds);
}

const outageTexts = { database: 'databaseUnavailable', redis: 'redisUnavailable' } as const;

export function unavailable(
  what: ReturnType<Outages['downDependency']>,
  seconds: number,
  cause?: unknown,
): Problem {
  return new Problem(503, message(outageTexts[what], { seconds }), {
    headers: { 'Retry-After': String(seconds) },
    cause,
  });
}
