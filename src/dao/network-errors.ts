import type { Explanation } from './dialect.ts';

/** What a person may call the server in a message: `MySQL server db.example:3306`. */
type Say = (server: string) => Explanation;

const away =
  (what: string): Say =>
  (server) => ({ kind: 'unavailable', message: `${server} ${what}` });

const untrusted =
  (what: string): Say =>
  (server) => ({ kind: 'refused', message: `${server} is not trusted: ${what}` });

const unknownAuthority = untrusted(
  'its certificate is not signed by a known authority. Set database.tls.ca to the file of its authority.',
);

/** Errors of sockets, name resolution and TLS, by Node's code. */
const byCode: Readonly<Record<string, Say>> = {
  ECONNREFUSED: away('refuses connections. Is it started, are database.host and database.port right?'),
  ECONNRESET: away('cut the connection.'),
  EPIPE: away('cut the connection.'),
  ETIMEDOUT: away('does not answer.'),
  EHOSTUNREACH: away('cannot be reached.'),
  ENETUNREACH: away('cannot be reached.'),
  ENOTFOUND: away('is not known: no such host. Check database.host.'),
  EAI_AGAIN: away('cannot be looked up for now: the name service does not answer.'),
  SELF_SIGNED_CERT_IN_CHAIN: unknownAuthority,
  DEPTH_ZERO_SELF_SIGNED_CERT: unknownAuthority,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownAuthority,
  CERT_HAS_EXPIRED: untrusted('its certificate has expired. Renew it.'),
  ERR_TLS_CERT_ALTNAME_INVALID: untrusted(
    'its certificate is for another host. Set database.host to a name in it.',
  ),
};

/** What an error below the database's own protocol means; null for any other. */
export function explainNetworkError(error: Error & { code?: unknown }, server: string): Explanation | null {
  return byCode[String(error.code)]?.(server) ?? null;
}
