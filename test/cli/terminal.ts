import { PassThrough, Writable } from 'node:stream';
import type { ProcessContext } from '../../src/model/process-context.ts';

/** What a command wrote. */
export interface Written {
  stdout: string;
  stderr: string;
}

type Overrides = Partial<Pick<ProcessContext, 'env' | 'cwd' | 'baseDir' | 'language'>>;

/** A process of its own in memory: a pipe or a terminal that types `input`. */
export function fakeProcess(input: string | Buffer, isTTY: boolean, overrides: Overrides = {}) {
  const written: Written = { stdout: '', stderr: '' };
  const into = (name: keyof Written) =>
    Object.assign(
      new Writable({
        write(chunk: Buffer, _encoding, done) {
          written[name] += chunk.toString();
          done();
        },
      }),
      { isTTY },
    );
  const stdin = Object.assign(new PassThrough(), { isTTY });
  if (isTTY) stdin.write(input);
  else stdin.end(input);
  const context: ProcessContext = {
    streams: { stdin, stdout: into('stdout'), stderr: into('stderr') },
    env: {},
    cwd: '/',
    baseDir: '/',
    platform: 'linux',
    isDoubleClick: false,
    parentPid: 1,
    language: 'en',
    version: '0.0.0',
    commit: '',
    stopRequested: new Promise(() => {}),
    ...overrides,
  };
  return { context, written, stdin };
}
