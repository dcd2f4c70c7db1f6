import type { ProcessContext } from '../model/process-context.ts';
import { openBrowser } from '../operations/open-browser.ts';
import { pauseBeforeClosing } from '../operations/pause-before-closing.ts';
import { localUrl } from './addresses.ts';
import { PortError } from './listen.ts';
import type { Prepared } from './prepare.ts';
import { failureTexts } from './server-texts.ts';

const ANSWER_MS = 2_000;
/** Long enough to read one line before the window closes. */
const READING_MS = 6_000;

/**
 * If the same installation already serves at this address, opens it instead: somebody has double-clicked twice.
 *
 * @returns false when the start failed for another reason, or another program has the port
 */
export async function showRunningInstance(
  failure: unknown,
  { config, fingerprint: installation, opens }: Prepared,
  context: ProcessContext,
): Promise<boolean> {
  if (!(failure instanceof PortError && failure.code === 'EADDRINUSE')) return false;
  const url = localUrl(config.server, failure.port);
  const health = await askHealth(`${url}/health`);
  if (health?.application !== 'tax-server' || health.installation !== installation) return false;
  context.streams.stdout.write(`\n${failureTexts[context.language].alreadyRunning(url)}\n`);
  if (opens) await openBrowser(`${url}/`, context.platform);
  await pauseBeforeClosing(context, READING_MS);
  return true;
}

/** The answer at the address of our health; null when it is not ours, or there is none. */
async function askHealth(
  url: string,
): Promise<{ readonly application?: unknown; readonly installation?: unknown } | null> {
  try {
    const reply = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS), redirect: 'error' });
    return (await reply.json()) as object | null;
  } catch {
    return null;
  }
}
