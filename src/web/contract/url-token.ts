import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * The token at the end of every URL when `csrf_token` is on (contract §5). It is signed with the secret of the session:
 * every token of a session is valid until the session ends, and in no other session.
 */
export function issueToken(csrfSecret: string): string {
  const nonce = randomBytes(12).toString('base64url');
  return `${nonce}.${sign(csrfSecret, nonce)}`;
}

export function isTokenOf(csrfSecret: string, token: string): boolean {
  const [nonce = '', signature = ''] = token.split('.', 2);
  const expected = Buffer.from(sign(csrfSecret, nonce));
  const presented = Buffer.from(signature);
  return expected.length === presented.length && timingSafeEqual(expected, presented);
}

function sign(secret: string, nonce: string): string {
  return createHmac('sha256', secret).update(nonce).digest('base64url');
}
