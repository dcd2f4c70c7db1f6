import { fill } from '../messages/fill.ts';
import type { Message, MessageId } from '../messages/message.ts';

/** The details of problem documents for messages from parts of the web that do not know the API. */
const details: Partial<Record<MessageId, string>> = {
  pageNotFound: 'There is nothing at this address.',
  methodNotAllowed: 'Method [{method}] is not accepted here: {allowed}.',
  crossSite: 'Request refused: it comes from another site.',
  bodyTooLarge: 'The body of the request is larger than {max} bytes.',
  bodiesBusy: 'The server is receiving too much data already: try again in {seconds} seconds.',
  requestMalformed: 'The request is malformed: {reason}',
  databaseUnavailable: 'The database is away for a moment: try again in {seconds} seconds.',
  redisUnavailable: 'Redis, which keeps the sessions, is away for a moment: try again in {seconds} seconds.',
  sharedFolderUnavailable:
    'The folder with the files of households is away for a moment: try again in {seconds} seconds.',
  unexpected: 'Unexpected error of the server (reference {reference}).',
};

/** The detail of a problem document; undefined where the title is enough. */
export function detailOf({ id, values }: Message): string | undefined {
  const detail = details[id];
  return detail && fill(detail, values);
}
