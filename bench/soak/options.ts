import { parseArgs } from 'node:util';

/** How long and how much; the defaults are those of docs/performance.md. */
export interface SoakOptions {
  /** Of the steady load. */
  readonly minutes: number;
  /** Minutes of the mixture. */
  readonly mixture: number;
  /** Random ones. */
  readonly requests: number;
  /** Connections that never ask for anything. */
  readonly idle: number;
  /** Clients that send a byte from time to time. */
  readonly slow: number;
}

const DEFAULTS = { minutes: '10', mixture: '10', requests: '100000', idle: '1000', slow: '200' } as const;

/** `npm run soak -- --minutes 1 --requests 5000`; @throws on an unknown option or a value that is no number */
export function readOptions(args: readonly string[]): SoakOptions {
  const options = Object.fromEntries(
    Object.entries(DEFAULTS).map(([name, value]) => [name, { type: 'string', default: value }] as const),
  );
  const { values } = parseArgs({ args: [...args], options, strict: true });
  const number = (name: keyof SoakOptions) => {
    const value = Number(values[name]);
    if (!(value > 0)) throw new Error(`--${name} must be a number above 0`);
    return value;
  };
  return {
    minutes: number('minutes'),
    mixture: number('mixture'),
    requests: number('requests'),
    idle: number('idle'),
    slow: number('slow'),
  };
}
