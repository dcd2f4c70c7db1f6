import type { SignIn } from '../model/sign-in.ts';
import type { WebServices } from '../model/web-services.ts';
import type { Metrics } from '../operations/metrics/server-metrics.ts';

/**
 * The same sign-in, counted and recorded. Only the logins of users are recorded: any other text may be a password typed
 * by mistake.
 */
export function auditedSignIn(
  signIn: SignIn,
  { metrics, audit }: { readonly metrics: Metrics; readonly audit: WebServices['audit'] },
): SignIn {
  return {
    ...signIn,
    async attempt(login, password, client) {
      const result = await signIn.attempt(login, password, client);
      metrics.signIn(result.kind);
      const isKnown = result.kind === 'accepted' || signIn.hasLogin(login);
      audit({ event: 'sign-in', outcome: result.kind, user: isKnown ? login : null, client });
      return result;
    },
    async redeem(code, client, open) {
      let user: string | null = null;
      const isGood = await signIn.redeem(code, client, (found) => {
        user = signIn.loginOf(found);
        return open(found);
      });
      const outcome = isGood ? 'accepted' : 'refused';
      metrics.signIn(outcome);
      audit({ event: 'one-time-link', outcome, user, client });
      return isGood;
    },
  };
}
