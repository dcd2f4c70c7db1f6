import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Debian 13 has the first Wine (10) that runs Node 24; it lives in a root of its own, whatever this system is. */
const SUITE = 'trixie';
const PACKAGES = ['wine64', 'locales', 'xvfb', 'x11-apps', 'xdotool', 'netpbm', 'fonts-dejavu-core'];
/** What the root was made of: another list makes another root. */
const RECIPE = [SUITE, ...PACKAGES].join(' ');

/** Kept between runs and shared by checkouts: making it takes a minute or two and 1.5 GB. */
export const wineRoot = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'tax-server-wine-root');

/** Wine, as a path inside the root. */
export const WINE = '/usr/lib/wine/wine64';

/** The `WINEPREFIX` that every run starts from: a path inside the root that this makes, not one of the machine. */
export const PREFIX = '/root/prefix';

/** Whether the root in which the Windows executable is tested has to be made. */
export function wineIsMissing(): boolean {
  const recipe = join(wineRoot, 'recipe');
  return !(existsSync(recipe) && readFileSync(recipe, 'utf8') === RECIPE);
}

/** Makes the root; needs root's rights, debootstrap and bubblewrap. */
export function makeWineRoot(): void {
  try {
    makeRoot();
  } catch (error) {
    // The tests that need it fail by themselves, and the others are still worth running.
    console.log(`Wine's root could not be made: ${(error as Error).message}`);
  }
}

function makeRoot(): void {
  const partial = `${wineRoot}.partial`;
  rmSync(partial, { recursive: true, force: true });
  const include = `--include=${PACKAGES.join(',')}`;
  run('debootstrap', '--variant=minbase', include, SUITE, partial, debianMirror());
  run('bwrap', ...sandbox(partial), 'localedef', '-i', 'fr_FR', '-f', 'UTF-8', 'fr_FR.UTF-8');
  run('bwrap', ...sandbox(partial), 'sh', '-c', `${WINE} wineboot -i; /usr/lib/wine/wineserver64 -w`);
  rmSync(join(partial, 'var/cache/apt'), { recursive: true, force: true });
  writeFileSync(join(partial, 'recipe'), RECIPE);
  rmSync(wineRoot, { recursive: true, force: true });
  renameSync(partial, wineRoot);
}

/** The arguments of bubblewrap that enter a root; the processes in it end with the one that is started. */
export function sandbox(root: string): string[] {
  const environment = {
    HOME: '/root',
    // Without it the names of files lose their accents.
    LC_ALL: 'C.UTF-8',
    WINEPREFIX: PREFIX,
    WINEDEBUG: '-all',
    XDG_RUNTIME_DIR: '/tmp',
    PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
  };
  return [
    ...['--bind', root, '/', '--proc', '/proc', '--dev', '/dev', '--tmpfs', '/tmp'],
    ...['--unshare-pid', '--die-with-parent', '--clearenv'],
    ...Object.entries(environment).flatMap(([name, value]) => ['--setenv', name, value]),
  ];
}

function run(program: string, ...args: readonly string[]): void {
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** @throws when the machine names no mirror to install from */
function debianMirror(): string {
  const sources = globSync('/etc/apt/{sources.list,sources.list.d/*.{list,sources}}');
  for (const file of sources) {
    const [, uri] =
      /^(?:URIs:|deb(?: \[.*?\])?) +(\S+\/debian)\/?(?:\s|$)/m.exec(readFileSync(file, 'utf8')) ?? [];
    if (uri) return uri;
  }
  throw new Error('the sources of apt name no Debian mirror');
}
