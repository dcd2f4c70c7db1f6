import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { ProcessContext } from '../model/process-context.ts';

const texts = {
  fr: 'Appuyez sur Entrée pour fermer cette fenêtre.',
  en: 'Press Enter to close this window.',
} as const;

/** Programs whose window stays open after ours ends. */
const SHELLS = /^(cmd|powershell|pwsh|bash|sh|zsh|nu)(\.exe)?$/i;

/**
 * Keeps the console window of a double click open until Enter, so that its text can be read.
 *
 * @param milliseconds at most, when nothing has gone wrong
 */
export async function pauseBeforeClosing(context: ProcessContext, milliseconds?: number): Promise<void> {
  if (!context.isDoubleClick || context.platform !== 'win32') return;
  if (SHELLS.test(await programOf(context.parentPid))) return;
  const { stdin, stderr } = context.streams;
  stderr.write(`\n${texts[context.language]}`);
  stdin.resume();
  const ends: Promise<unknown>[] = [once(stdin, 'data'), once(stdin, 'end'), context.stopRequested];
  if (milliseconds !== undefined) ends.push(wait(milliseconds));
  await Promise.race(ends);
}

/** The name of a process's program, `explorer.exe`; empty when the system does not tell. */
async function programOf(pid: number): Promise<string> {
  try {
    const { execFile } = await import('node:child_process');
    const command = ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'];
    const { stdout } = await promisify(execFile)('tasklist', command, { timeout: 5_000, windowsHide: true });
    return /^"([^"]+)"/.exec(stdout)?.[1] ?? '';
  } catch {
    return '';
  }
}
