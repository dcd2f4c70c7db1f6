import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files of a server's certificate and of the authority that signed it. */
export interface Certificate {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** Makes an authority and a certificate of it for `names`, such as `IP:127.0.0.1` and `DNS:localhost`. */
export function makeCertificate(folder: string, ...names: readonly string[]): Certificate {
  mkdirSync(folder, { recursive: true });
  const file = (name: string) => join(folder, name);
  const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl(
    ...['req', '-x509', ...newKey, '-days', '2', '-subj', '/CN=Test authority'],
    ...['-keyout', file('ca.key'), '-out', file('ca.pem')],
  );
  openssl(
    ...['req', ...newKey, '-subj', '/CN=Test server'],
    ...['-keyout', file('server.key'), '-out', file('server.csr')],
  );
  writeFileSync(file('names'), `subjectAltName=${names.join(',')}\n`);
  openssl(
    ...['x509', '-req', '-days', '2', '-in', file('server.csr'), '-out', file('server.pem')],
    ...['-CA', file('ca.pem'), '-CAkey', file('ca.key'), '-extfile', file('names')],
  );
  return { ca: file('ca.pem'), cert: file('server.pem'), key: file('server.key') };
}
