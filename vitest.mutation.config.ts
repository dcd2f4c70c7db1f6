import { defineConfig } from 'vitest/config';
import { vitestAssets } from './build/assets.ts';

/** The tests that are to notice each change of the arithmetic. */
export default defineConfig({
  plugins: [vitestAssets()],
  test: { include: ['test/tax/**/*.test.ts'], isolate: false, testTimeout: 120_000 },
});
