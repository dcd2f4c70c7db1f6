import type { ErrorExplanation } from './dialect.ts';

/** The server's name in messages: `MySQL server db.example:3306`. */
type Explain = (server: string, message: string) => ErrorExplanation;

const away =
  (what: string): Explain =>
  (server) => ({ kind: 'unavailable', message: `${server} ${what}` });

const untrusted =
  (what: string): Explain =>
  (server) => ({ kind: 'refused', message: `${server} is not trusted: ${what}` });

const unknownAuthority = untrusted(
  'its certificate is not signed by a known authority. Set database.tls.ca to the file of its authority.',
);

const expired = untrusted('its certificate has expired. Renew it.');
const otherHost = untrusted('its certificate is for another host. Set database.host to a name in it.');

const cutOff = away('cut the connection.');

const byTlsText: readonly (readonly [RegExp, Explain])[] = [
  [/does not match certificate's altnames/, otherHost],
  [/certificate has expired/, expired],
  [/certificate|issuer/, unknownAuthority],
];

/** Errors of sockets, name resolution and TLS, by Node's code. */
const byCode: ReadonlyMap<string, Explain> = new Map(
  Object.entries<Explain>({
    ECONNREFUSED: away('refuses connections. Is it started, are database.host and database.port right?'),
    ECONNRESET: cutOff,
    EPIPE: cutOff,
    ETIMEDOUT: away('does not answer.'),
    EHOSTUNREACH: away('cannot be reached.'),
    ENETUNREACH: away('cannot be reached.'),
    ENOTFOUND: away('is not known: no such host. Check database.host.'),
    EAI_AGAIN: away('cannot be looked up for now: the name service does not answer.'),
    SELF_SIGNED_CERT_IN_CHAIN: unknownAuthority,
    DEPTH_ZERO_SELF_SIGNED_CERT: unknownAuthority,
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownAuthority,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownAuthority,
    CERT_HAS_EXPIRED: expired,
    ERR_TLS_CERT_ALTNAME_INVALID: otherHost,
    // mysql2 gives this code to every failure of TLS: only the text distinguishes them.
    HANDSHAKE_SSL_ERROR: (server, message) => {
      const [, explain] = byTlsText.find(([text]) => text.test(message)) ?? [null, cutOff];
      return explain(server, message);
    },
  }),
);

/**
 * The meaning of an error below the server's own protocol; null for any other.
 *
 * @param section the part of the configuration with the server's address
 */
export function explainNetworkError(
  error: Error & { code?: unknown },
  server: string,
  section = 'database',
): ErrorExplanation | null {
  const explanation = byCode.get(String(error.code))?.(server, error.message);
  if (!explanation) return null;
  return { ...explanation, message: explanation.message.replaceAll('database.', `${section}.`) };
}
