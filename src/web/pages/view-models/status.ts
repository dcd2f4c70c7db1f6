import { inWords } from '../../messages/message.ts';
import { delay } from '../format.ts';
import type { StatusPage } from '../other-pages.ts';
import type { PageContext } from '../page.ts';
import { fill, type Texts } from '../texts/texts.ts';

type StatusTexts = Texts['statuses'][keyof Texts['statuses']];

/** An HTTP status in words, with what to do and a way out. */
export function statusView(page: StatusPage, { language, homeUrl }: PageContext, texts: Texts) {
  const { title, help } = statusTexts(page, texts);
  const wait = page.retryAfterSeconds;
  return {
    status: page.status,
    statusTitle: title,
    help,
    retry: wait === undefined ? null : fill(texts.retry, { delay: delay(wait, language) }),
    messages: page.messages.map((message) => inWords(message, language)),
    hasMessages: page.messages.length > 0,
    homeUrl,
  };
}

/** A status without words of its own borrows those of its class. */
export function statusTexts({ status, messages }: StatusPage, { statuses }: Texts): StatusTexts {
  if (messages.some(({ id }) => id === 'cookiesNeeded')) return statuses.noCookies;
  if (messages.some(({ id }) => id === 'noSession' || id === 'notAuthenticated')) return statuses.noSession;
  if (isExplained(status, statuses)) return statuses[status];
  return status < 500 ? statuses[400] : statuses[500];
}

function isExplained(
  status: number,
  statuses: Texts['statuses'],
): status is Exclude<keyof typeof statuses, 'noSession' | 'noCookies'> {
  return status in statuses;
}
