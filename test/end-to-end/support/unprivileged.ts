import { execFileSync } from 'node:child_process';
import { chownSync } from 'node:fs';

type Command = [command: string, args: string[]];

/** PostgreSQL and PgBouncer refuse to run as root: then they run as the user of the package, who gets the folder. */
export function asPostgres(folder: string): (command: string, args: string[]) => Command {
  if (process.getuid?.() !== 0) return (command, args) => [command, args];
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  chownSync(folder, uid, gid);
  return (command, args) => [
    'setpriv',
    [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', command, ...args],
  ];
}
