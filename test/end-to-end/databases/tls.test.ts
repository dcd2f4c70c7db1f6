import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DatabaseRefused } from '../../../src/database/database-errors.ts';
import type { HostSettings } from '../../../src/database/hosts.ts';
import { temporaryFolder, watchedDatabase } from '../../database/support/databases.ts';
import { type Certificate, makeCertificate } from '../support/certificates.ts';
import type { DatabaseServer } from '../support/database-server.ts';
import { databaseServers } from '../support/database-servers.ts';

describe.each(databaseServers)('TLS to the database: $name', ({ start }) => {
  const folder = temporaryFolder();
  let certificate: Certificate;
  let server: DatabaseServer;
  let settings: HostSettings;

  beforeAll(async () => {
    certificate = makeCertificate(join(folder.path, 'good'), 'IP:127.0.0.1', 'DNS:localhost');
    server = await start({ tls: certificate });
    settings = await server.createDatabase();
  });
  afterAll(async () => {
    await server?.stop();
    folder.remove();
  });

  async function startWith(change: Partial<HostSettings>): Promise<string> {
    const database = watchedDatabase({ ...settings, startup_timeout: 1, ...change });
    try {
      await database.start();
      return database.state;
    } finally {
      await database.close();
    }
  }

  it.each(['127.0.0.1', 'localhost'])('works with the authority that signed for %s', async (host) => {
    expect(await startWith({ host, tls: { ca: certificate.ca } })).toBe('available');
  });

  it('is needed by this server', async () => {
    await expect(startWith({ tls: false })).rejects.toThrow(DatabaseRefused);
  });

  it('refuses a certificate of an unknown authority', async () => {
    await expect(startWith({ tls: true })).rejects.toThrow(
      /not signed by a known authority\. Set database\.tls\.ca/,
    );
    const { ca } = makeCertificate(join(folder.path, 'other'), 'IP:127.0.0.1');
    await expect(startWith({ tls: { ca } })).rejects.toThrow(/not trusted/);
  });

  it('refuses the certificate of another host', async () => {
    const other = makeCertificate(join(folder.path, 'elsewhere'), 'DNS:db.example');
    const elsewhere = await start({ tls: other });
    try {
      const { port } = await elsewhere.createDatabase();
      for (const host of ['127.0.0.1', 'localhost']) {
        await expect(startWith({ host, port, tls: { ca: other.ca } })).rejects.toThrow(
          /certificate is for another host/,
        );
      }
    } finally {
      await elsewhere.stop();
    }
  });

  it('says when the file of the authority is missing or no certificate', async () => {
    await expect(startWith({ tls: { ca: join(folder.path, 'missing.pem') } })).rejects.toThrow(
      /database\.tls\.ca cannot be read/,
    );
    const ca = join(folder.path, 'text.pem');
    writeFileSync(ca, 'hello');
    await expect(startWith({ tls: { ca } })).rejects.toThrow(/not signed by a known authority/);
  });
});
