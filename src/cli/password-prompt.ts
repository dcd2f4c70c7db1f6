import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { ProcessContext } from '../model/process-context.ts';
import { PASSWORD_MAX_LENGTH } from '../users/user-directory.ts';
import { configMessages } from './config-messages.ts';

type Streams = ProcessContext['streams'];
export type PromptContext = Pick<ProcessContext, 'streams' | 'language'>;

/** No password was given; the message says why, in the user's language. */
export class NoPassword extends Error {
  override readonly name = 'NoPassword';
}

/** Readline echoes its input: here to nowhere. */
const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });

/** Asks each question in turn on a terminal, without echo; fewer answers when the user gives up (Ctrl+C, end of input). */
async function askUnseen({ stdin, stderr }: Streams, questions: readonly string[]): Promise<string[]> {
  const terminal = createInterface({ input: stdin, output: nowhere(), terminal: true, historySize: 0 });
  const lines = terminal[Symbol.asyncIterator]();
  terminal.once('SIGINT', () => terminal.close());
  const answers: string[] = [];
  for (const question of questions) {
    stderr.write(question);
    const { done, value } = await lines.next();
    stderr.write('\n');
    if (done) break;
    answers.push(value);
  }
  terminal.close();
  return answers;
}

async function readFirstLine({ stdin }: Streams): Promise<string | undefined> {
  for await (const line of createInterface({ input: stdin })) return line;
  return undefined;
}

/** The password and its repetition; from a pipe, one line is both. */
async function readTwice(
  streams: Streams,
  questions: readonly string[],
): Promise<readonly (string | undefined)[]> {
  if (streams.stdin.isTTY) return askUnseen(streams, questions);
  const password = await readFirstLine(streams);
  return [password, password];
}

/**
 * A new password, exactly as it was typed: asked for twice without echo on a terminal, else the first line of the input.
 * @throws {NoPassword} when it is empty, too long, has a NUL in it, not the same twice, or the user gives up
 */
export async function readNewPassword(
  { streams, language }: PromptContext,
  question: string = configMessages[language].askPassword,
): Promise<string> {
  const messages = configMessages[language];
  const [password, again] = await readTwice(streams, [question, messages.askPasswordAgain]);
  if (password === undefined || again === undefined) {
    throw new NoPassword(streams.stdin.isTTY ? messages.cancelled : messages.passwordMissing);
  }
  if (password !== again) throw new NoPassword(messages.passwordsDiffer);
  if (password === '') throw new NoPassword(messages.passwordEmpty);
  if (password.includes('\0')) throw new NoPassword(messages.passwordWithNul);
  if (password.length > PASSWORD_MAX_LENGTH) {
    throw new NoPassword(messages.passwordTooLong(PASSWORD_MAX_LENGTH));
  }
  return password;
}
