import type { SendMailOptions, Transporter } from 'nodemailer';
import type { Log } from './log.ts';
import { oneLine } from './one-line.ts';

/** The `admin_mail` part of the configuration. */
export interface MailSettings {
  readonly smtp_host: string;
  readonly smtp_port: number;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** STARTTLS, then login with `user` and `password`. */
  readonly tls: boolean;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
}

/** The events that are mailed: each kind once in ten minutes, or again after one minute when the mail failed. */
export type MailEvent =
  | 'start-failed'
  | 'unexpected-error'
  | 'database-lost'
  | 'database-back'
  | 'sessions-lost'
  | 'sessions-back';

/** Mails to the administrator. Sending never delays the rest; its failures are logged. */
export interface AdminMail {
  send(event: MailEvent, text: string): void;
  /** Resolves when all mails have been sent or have failed, before the process ends. */
  settled(): Promise<void>;
}

const EVENT_INTERVAL_MS = 10 * 60 * 1000;
/** Long enough not to ask a mail server that is down at every error. */
const RETRY_INTERVAL_MS = 60 * 1000;
/** How long to wait for a mail server. */
const TIMEOUT_MS = 8_000;

/** Without settings no mail is sent. */
export function createAdminMail(
  settings: MailSettings | null,
  log: Pick<Log, 'info' | 'error'>,
  clock: () => number = () => performance.now(),
): AdminMail {
  if (!settings) return { send: () => undefined, settled: async () => undefined };
  let transport: Promise<Transporter> | undefined;
  const mutedUntil = new Map<MailEvent, number>();
  const pending = new Set<Promise<void>>();

  async function deliver(event: MailEvent, text: string): Promise<void> {
    const { to } = settings as MailSettings;
    try {
      transport ??= openTransport(settings as MailSettings);
      await (await transport).sendMail(mail(settings as MailSettings, text));
      log.info(`[SendAdminMail] Message envoyé à [${to}] : [${text}]`);
    } catch (error) {
      mutedUntil.set(event, clock() + RETRY_INTERVAL_MS);
      log.error(
        `[SendAdminMail] Erreur [${(error as Error).message}] lors de l'envoi à [${to}] du message [${text}] : `,
      );
    }
  }

  return {
    send(event, text) {
      const now = clock();
      if (now < (mutedUntil.get(event) ?? Number.NEGATIVE_INFINITY)) return;
      mutedUntil.set(event, now + EVENT_INTERVAL_MS);
      const delivery = deliver(event, text).finally(() => pending.delete(delivery));
      pending.add(delivery);
    },
    async settled() {
      await Promise.all(pending);
    },
  };
}

/** Loaded with the first mail: most servers never send one. */
async function openTransport(settings: MailSettings): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport(transportOptions(settings));
}

function transportOptions({ smtp_host, smtp_port, tls, user, password }: MailSettings) {
  return {
    host: smtp_host,
    port: smtp_port,
    secure: false,
    requireTLS: tls,
    ignoreTLS: !tls,
    ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Plain text with the contract's headers (§9); no value can add a header. */
function mail({ from, to, subject }: MailSettings, text: string): SendMailOptions {
  return { from: oneLine(from), to: oneLine(to), subject: oneLine(subject), date: new Date(), text };
}
