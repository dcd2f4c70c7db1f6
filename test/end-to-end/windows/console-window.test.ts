import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WINE } from '../../provisioning/wine.ts';
import { installOnWindows, type WindowsInstallation } from '../support/windows-installation.ts';
import { startInRoot } from '../support/wine.ts';

const PICTURES = resolve('dist/pictures');

/** A screen, the console window on it, a picture of it once the server is ready, and Ctrl+C typed into it. */
const scenario = `
Xvfb :7 -screen 0 664x432x24 &
sleep 1
export DISPLAY=:7
${WINE} explorer /desktop=tax,664x432 wineconsole ./tax-server.exe &
window=$(timeout 20 xdotool search --sync --name 'tax-server.exe$' | tail -1)
xdotool getwindowname "$window"
for wait in 1 2 3 4 5 6 7 8 9 10; do grep -q réussie logs/tax-server.log && break; sleep 1; done
sleep 2
xwd -root | xwdtopnm | pnmtopng > ${PICTURES}/console-window.png
xdotool windowfocus "$window" key --window "$window" ctrl+c
sleep 3
`;

describe('tax-server.exe in a console window', () => {
  let installation: WindowsInstallation;
  beforeEach(() => {
    installation = installOnWindows();
  });
  afterEach(() => installation.remove());

  it('shows its banner, and ends by Ctrl+C in the window (dist/pictures/console-window.png)', async () => {
    const { folder } = installation;
    mkdirSync(PICTURES, { recursive: true });
    const screen = startInRoot(['sh', '-c', scenario], {
      cwd: folder,
      folders: [PICTURES],
      env: { LC_ALL: 'fr_FR.UTF-8' },
      ownNetwork: true,
    });
    try {
      await screen.exited;
      expect(screen.output()).toContain(installation.windowsPath('tax-server.exe'));
      expect(readFileSync(join(folder, 'logs/tax-server.log'), 'utf8')).toContain(
        'arrêt du serveur (SIGINT)',
      );
    } finally {
      await screen.kill();
    }
  });
});
