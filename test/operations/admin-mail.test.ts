import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAdminMail, type MailSettings } from '../../src/operations/admin-mail.ts';

interface Received {
  readonly mail: string;
  readonly user: string | undefined;
  readonly secure: boolean;
}

describe('mail to the administrator', () => {
  let server: SMTPServer;
  let received: Received[];
  let logged: string[];
  let isFull: boolean;
  let settings: MailSettings;
  const log = {
    info: (line: string) => void logged.push(line),
    error: (line: unknown) => void logged.push(String(line)),
  };

  async function serve(options: { authOptional: boolean }): Promise<void> {
    server = new SMTPServer({
      ...options,
      onAuth: ({ username, password }, _session, done) =>
        password === 'secret' ? done(null, { user: username }) : done(new Error('refused')),
      onData(stream, session, done) {
        text(stream).then((mail) => {
          if (isFull) return done(new Error('full'));
          received.push({ mail, user: session.user as string | undefined, secure: session.secure });
          done();
        }, done);
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    settings = {
      smtp_host: '127.0.0.1',
      smtp_port: port,
      from: 'guest@localhost.com',
      to: 'admin@localhost.com',
      subject: "plantage du serveur de calcul d'impôts",
      tls: false,
    };
  }

  beforeEach(() => {
    received = [];
    logged = [];
    isFull = false;
  });
  afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

  it('has the headers and the text of the contract', async () => {
    await serve({ authOptional: true });
    const mail = createAdminMail(settings, log);
    mail.send('start-failed', "L'erreur suivante s'est produite : x");
    await mail.settled();
    const [only] = received;
    expect(only?.mail).toMatch(/^From: guest@localhost\.com\r\nTo: admin@localhost\.com\r\nSubject: /);
    expect(only?.mail).toContain('Content-Type: text/plain; charset=utf-8');
    expect(only?.mail).toMatch(/\r\nDate: /);
    expect(logged).toEqual([
      "[SendAdminMail] Message envoyé à [admin@localhost.com] : [L'erreur suivante s'est produite : x]",
    ]);
  });

  it('tells each kind of event once in ten minutes', async () => {
    await serve({ authOptional: true });
    let now = 0;
    const mail = createAdminMail(settings, log, () => now);
    mail.send('database-lost', 'one');
    mail.send('database-lost', 'two');
    mail.send('database-back', 'three');
    now = 10 * 60 * 1000;
    mail.send('database-lost', 'four');
    await mail.settled();
    expect(received.map(({ mail }) => mail.split('\r\n\r\n')[1]?.trim()).sort()).toEqual([
      'four',
      'one',
      'three',
    ]);
  });

  it('tells an event again a minute after its mail failed', async () => {
    await serve({ authOptional: true });
    let now = 0;
    const mail = createAdminMail(settings, log, () => now);
    isFull = true;
    mail.send('unexpected-error', 'one');
    await mail.settled();
    expect(logged.join()).toContain('full');
    isFull = false;
    now = 59_000;
    mail.send('unexpected-error', 'two');
    now = 60_000;
    mail.send('unexpected-error', 'three');
    await mail.settled();
    expect(received.map(({ mail }) => mail.split('\r\n\r\n')[1]?.trim())).toEqual(['three']);
  });

  it('refuses to go on without STARTTLS where tls is asked for', async () => {
    await serve({ authOptional: true });
    server.options.hideSTARTTLS = true;
    server.options.disabledCommands = ['STARTTLS'];
    const mail = createAdminMail({ ...settings, tls: true, user: 'u', password: 'secret' }, log);
    mail.send('start-failed', 'x');
    await mail.settled();
    expect(received).toEqual([]);
    expect(logged[0]).toMatch(
      /^\[SendAdminMail\] Erreur \[.*STARTTLS.*\] lors de l'envoi à \[admin@localhost\.com\] du message \[x\] : $/,
    );
  });

  it('signs in with the user that was configured', async () => {
    await serve({ authOptional: false });
    server.options.allowInsecureAuth = true;
    const mail = createAdminMail({ ...settings, user: 'postman', password: 'secret' }, log);
    mail.send('start-failed', 'x');
    await mail.settled();
    expect(received[0]?.user).toBe('postman');
  });

  it('lets nothing add a header', async () => {
    await serve({ authOptional: true });
    const mail = createAdminMail({ ...settings, subject: 'x\r\nBcc: thief@localhost.com' }, log);
    mail.send('start-failed', 'x\r\nBcc: thief@localhost.com');
    await mail.settled();
    const headers = received[0]?.mail.split('\r\n\r\n')[0];
    expect(headers).not.toMatch(/^Bcc:/im);
  });

  it('logs a server that is not there', async () => {
    await serve({ authOptional: true });
    const mail = createAdminMail({ ...settings, smtp_port: 1 }, log);
    mail.send('start-failed', 'x');
    await mail.settled();
    expect(logged[0]).toMatch(/^\[SendAdminMail\] Erreur \[.*ECONNREFUSED.*\]/);
  });
});
