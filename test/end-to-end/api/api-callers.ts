import { hashApiToken } from '../../../src/users/api-token-format.ts';
import { newApiToken } from '../../../src/users/api-tokens.ts';

export const JSON_TYPE = { 'content-type': 'application/json' };

/** The body of a request for one calculation. */
export const couple = { household: { status: 'couple', children: 2, declarants: [{ salary: 55_555 }] } };

const validToken = newApiToken();
export const endedToken = newApiToken();

/** `api_tokens` of a configuration that knows both tokens. */
export const api_tokens = [
  { name: 'payroll', token_hash: hashApiToken(validToken) },
  { name: 'trial', token_hash: hashApiToken(endedToken), expires: '2020-01-01' },
];

/** The header of a program that may call. */
export const bearer = { authorization: `Bearer ${validToken}` };

/** The header of a user who calls. */
export const basic = (login: string, password: string) => ({
  authorization: `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`,
});
