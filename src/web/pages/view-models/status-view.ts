import { toPerson } from '../message-words.ts';
import type { StatusPage } from '../other-pages.ts';
import type { PageContext } from '../page.ts';
import type { Texts } from '../texts/page-texts.ts';

/** An HTTP status in words, with what to do and a way out. */
export function statusView(page: StatusPage, { language, homeUrl }: PageContext, texts: Texts) {
  return {
    status: page.status,
    statusTitle: statusTitle(page, texts),
    message: toPerson(page.message, language),
    sent: page.sent,
    homeUrl,
  };
}

/** A status without a title of its own borrows that of its class. */
export function statusTitle({ status, message: { id } }: StatusPage, { statuses }: Texts): string {
  if (id === 'tooManyCalculations') return statuses.tooMany;
  if (id === 'cookiesNeeded') return statuses.noCookies;
  if (id === 'noSession' || id === 'notAuthenticated') return statuses.noSession;
  if (isTitled(status, statuses)) return statuses[status];
  return status < 500 ? statuses[400] : statuses[500];
}

function isTitled(
  status: number,
  statuses: Texts['statuses'],
): status is Exclude<keyof typeof statuses, 'noSession' | 'noCookies' | 'tooMany'> {
  return status in statuses;
}
