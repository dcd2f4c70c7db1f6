/**
 * Mutation testing of the arithmetic: changes it, a place at a time, and looks whether a test notices.
 *
 * Survivors that change no result:
 * - official/decote.ts and official/modest-reduction.ts, `> 0` as `>= 0`: what is computed from 0 is 0, as beside it.
 * - official/scale.ts, `UNTAXED` without its values: it stands for a scale without brackets, which no year may have.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate: ['src/tax/**/*.ts'],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts' },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  // A busy machine is no endless loop.
  timeoutMS: 60_000,
  timeoutFactor: 4,
  reporters: ['clear-text', 'progress', 'json'],
  clearTextReporter: { reportTests: false },
  jsonReporter: { fileName: 'dist/mutation.json' },
  tempDirName: 'dist/mutation',
  thresholds: { high: 95, low: 90, break: 90 },
};
