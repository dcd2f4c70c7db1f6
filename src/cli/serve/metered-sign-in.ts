import type { Meters } from '../../operations/metrics/meters.ts';
import type { SignIn } from '../../users/sign-in.ts';

/** The same sign-in, counted. */
export function meteredSignIn(signIn: SignIn, meters: Meters): SignIn {
  return {
    ...signIn,
    async attempt(login, password, client) {
      const result = await signIn.attempt(login, password, client);
      meters.signIn(result.kind);
      return result;
    },
    redeem(code, client) {
      const user = signIn.redeem(code, client);
      meters.signIn(user === null ? 'refused' : 'accepted');
      return user;
    },
  };
}
