import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A mail server of the test. */
export interface Mailbox {
  readonly port: number;
  /** The bodies that have arrived, in order. */
  readonly bodies: readonly string[];
  close(): Promise<void>;
}

export async function startMailbox(): Promise<Mailbox> {
  const bodies: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      text(stream).then((mail) => {
        bodies.push(decode(mail));
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { port, bodies, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** The body of a mail, out of the transfer encoding that its headers name. */
function decode(mail: string): string {
  const [headers = '', ...body] = mail.split('\r\n\r\n');
  const raw = body.join('\r\n\r\n').trim();
  if (/base64/i.test(headers)) return Buffer.from(raw, 'base64').toString('utf8');
  if (!/quoted-printable/i.test(headers)) return raw;
  const bytes = raw
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
