/** The content of the header `Authorization`. */
export type Credentials =
  | { readonly kind: 'none' }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'password'; readonly login: string; readonly password: string }
  /** `detail` says why. */
  | { readonly kind: 'unreadable'; readonly detail: string };

const HEADER = /^([A-Za-z]+) +([A-Za-z0-9\-._~+/]+=*) *$/;

/** Reads `Bearer token` (RFC 6750) or `Basic base64` (RFC 7617, UTF-8). */
export function readCredentials(header: string | undefined): Credentials {
  if (header === undefined) return { kind: 'none' };
  const [, scheme = '', value = ''] = HEADER.exec(header) ?? [];
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return { kind: 'token', token: value };
    case 'basic':
      return basicCredentials(value);
    default:
      return { kind: 'unreadable', detail: 'Authorization is neither Bearer nor Basic.' };
  }
}

function basicCredentials(encoded: string): Credentials {
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) return { kind: 'unreadable', detail: 'Authorization: Basic has no user name and password.' };
  return { kind: 'password', login: text.slice(0, colon), password: text.slice(colon + 1) };
}
