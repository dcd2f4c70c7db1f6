import type { WebServices } from '../model/web-services.ts';

/** Who asks for the health at least this often is watching it. */
const WATCHED_MS = 15_000;

/** The same services, which know whether somebody, a balancer most likely, keeps asking for the health. */
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
