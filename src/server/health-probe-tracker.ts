import type { WebServices } from '../model/web-services.ts';

/** Probes at least this frequent mean that somebody watches the health. */
const WATCHED_MS = 15_000;

/** The same services, which know whether somebody, probably a balancer, keeps probing the health. */
export function trackHealthProbes(
  services: WebServices,
): WebServices & { readonly isWatched: () => boolean } {
  let askedAt = Number.NEGATIVE_INFINITY;
  return {
    ...services,
    health() {
      askedAt = performance.now();
      return services.health();
    },
    isWatched: () => performance.now() - askedAt < WATCHED_MS,
  };
}
