import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * The token that closes every URL when `csrf_token` is on (contract §5). It is signed with the secret of the session, so
 * every token of a session is good until the session ends, and none is good in another session.
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
