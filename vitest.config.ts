import { defineConfig } from 'vitest/config';
import { vitestAssets } from './build/assets.ts';

const plugins = [vitestAssets()];

export default defineConfig({
  test: {
    reporters: ['default', './test/summary-reporter.ts'],
    // Of the rooms whose logic needs no server, what the unit tests have reached: no change may leave less.
    coverage: {
      provider: 'v8',
      include: ['src/{tax,web,bulk,csv}/**/*.ts'],
      reporter: ['text-summary', 'html'],
      thresholds: {
        'src/tax/**': { lines: 99 },
        'src/bulk/**': { lines: 99 },
        'src/csv/**': { lines: 99 },
        'src/web/**': { lines: 95 },
      },
    },
    projects: [
      {
        plugins,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/end-to-end/**'],
          // Files share a process and what it has loaded, which halves the time: a test leaves nothing behind.
          isolate: false,
          maxWorkers: '100%',
          // A bound on what hangs, not on what is slow: other tests run beside these.
          testTimeout: 30_000,
        },
      },
      {
        plugins,
        test: {
          name: 'end-to-end',
          include: ['test/end-to-end/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
