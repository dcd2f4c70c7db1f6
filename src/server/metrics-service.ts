import type { WebServices } from '../model/web-services.ts';
import type { Exposition, MetricsSource } from '../operations/metrics/exposition.ts';

/** The metrics. Their formatter is loaded at the first request: most servers never get one. */
export function metricsService(source: MetricsSource): WebServices['metricsText'] {
  let loaded: Promise<Exposition> | null = null;

  async function load(): Promise<Exposition> {
    const { createExposition } = await import('../operations/metrics/exposition.ts');
    return createExposition(source);
  }

  return async () => {
    loaded ??= load();
    const { contentType, text } = await loaded;
    return { contentType, text: await text() };
  };
}
