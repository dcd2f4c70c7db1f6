import { expect, it } from 'vitest';
import type { WebServices } from '../../src/model/web-services.ts';
import { trackHealthProbes } from '../../src/server/health-probe-tracker.ts';

it('takes who asks for the health for a watcher, and nobody else', () => {
  const health = () => ({ status: 'up' }) as const;
  const watched = trackHealthProbes({ health, version: '1.0.0' } as Partial<WebServices> as WebServices);
  expect(watched.version).toBe('1.0.0');
  expect(watched.isWatched()).toBe(false);
  watched.health();
  expect(watched.isWatched()).toBe(true);
});
