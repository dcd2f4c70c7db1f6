import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { freePort } from './free-port.ts';
import { startUnderWine, type WineOptions, type WineProcess } from './wine.ts';

const EXECUTABLE = resolve('dist/tax-server.exe');

/** The executable alone in a folder, as somebody has downloaded it. */
export interface WindowsInstallation {
  readonly folder: string;
  /** As the program names a file of the folder, `Z:\tmp\…`. */
  readonly windowsPath: (file: string) => string;
  /** Writes a file beside the executable. */
  readonly write: (file: string, content: string | Uint8Array) => void;
  readonly start: (args?: readonly string[], options?: Partial<WineOptions>) => WineProcess;
  /** Ends everything that was started from it, and removes the folder. */
  readonly remove: () => Promise<void>;
}

/** A folder with a space and accents in its name. */
export function installOnWindows(): WindowsInstallation {
  const folder = mkdtempSync(join(tmpdir(), 'Données fiscales '));
  const executable = join(folder, 'tax-server.exe');
  copyFileSync(EXECUTABLE, executable);
  const started: WineProcess[] = [];
  return {
    folder,
    windowsPath: (file) => `Z:${join(folder, file)}`.replaceAll('/', '\\'),
    write: (file, content) => writeFileSync(join(folder, file), content),
    start(args = [], options = {}) {
      const program = startUnderWine(executable, args, { cwd: folder, ...options });
      started.push(program);
      return program;
    },
    async remove() {
      for (const program of started) await program.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Writes a `config.yaml` with a free port, starts the program and waits until it is ready. When that fails, it is removed. */
export async function startConfigured(
  installation: WindowsInstallation,
  config: Record<string, unknown> = {},
): Promise<{ origin: string; program: WineProcess }> {
  const port = await freePort();
  const { server = {}, ...rest } = config;
  installation.write('config.yaml', stringify({ server: { ...(server as object), port }, ...rest }));
  const program = installation.start([], { terminal: true });
  try {
    await program.printed(READY);
  } catch (error) {
    await installation.remove();
    throw error;
  }
  return { origin: `http://127.0.0.1:${port}`, program };
}

export const READY = /tax-server ready on (\S+)/;
