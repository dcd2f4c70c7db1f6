/** A Debian package that the end-to-end tests need, and the files of which one tells that it is there. */
export interface NeededPackage {
  readonly name: string;
  readonly probes: readonly string[];
}

export const packages: readonly NeededPackage[] = [
  { name: 'mariadb-server-core', probes: ['/usr/sbin/mariadbd'] },
  { name: 'mariadb-client', probes: ['/usr/bin/mariadb-dump'] },
  {
    name: 'postgresql',
    probes: [11, 12, 13, 14, 15, 16, 17, 18].map((version) => `/usr/lib/postgresql/${version}/bin/postgres`),
  },
  { name: 'pgbouncer', probes: ['/usr/sbin/pgbouncer'] },
  { name: 'redis-server', probes: ['/usr/bin/redis-server'] },
  { name: 'curl', probes: ['/usr/bin/curl'] },
  { name: 'systemd', probes: ['/usr/bin/systemd-analyze'] },
  { name: 'openssl', probes: ['/usr/bin/openssl'] },
  { name: 'apache2', probes: ['/usr/sbin/apache2'] },
  // The Windows executable runs under Wine in a root of its own (wine.ts).
  { name: 'debootstrap', probes: ['/usr/sbin/debootstrap'] },
  { name: 'bubblewrap', probes: ['/usr/bin/bwrap'] },
  { name: 'chromium', probes: ['/usr/bin/chromium', '/usr/bin/google-chrome'] },
];
