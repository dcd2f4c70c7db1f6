import { readdirSync, readFileSync } from 'node:fs';

/** Of the clock in /proc, which is 100 Hz for programs on every Linux. */
const TICK_MILLISECONDS = 10;

/** User and system time of a process since its start. */
export function processorMilliseconds(pid: number): number {
  const [, , , , , , , , , , , user, system] = statOf(pid).fields;
  return (Number(user) + Number(system)) * TICK_MILLISECONDS;
}

/** The same of all programs of a name that descend from this process, with those that have ended. */
export function familyMilliseconds(name: string): number {
  const own = descendants().filter((stat) => stat.name === name);
  const ticks = own.flatMap(({ fields }) => fields.slice(11, 15)).map(Number);
  return ticks.reduce((sum, each) => sum + each, 0) * TICK_MILLISECONDS;
}

interface Stat {
  readonly pid: number;
  readonly name: string;
  readonly parent: number;
  /** Behind the name: of `man proc_pid_stat`, number 3 is the first. */
  readonly fields: readonly string[];
}

function descendants(): Stat[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const stats = all.flatMap((pid) => statIfThere(Number(pid)));
  const below = (pid: number): Stat[] =>
    stats.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...below(child.pid)]);
  return below(process.pid);
}

function statIfThere(pid: number): Stat[] {
  try {
    return [statOf(pid)];
  } catch {
    // It has ended meanwhile.
    return [];
  }
}

function statOf(pid: number): Stat {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the program, in brackets, may hold anything.
  const end = stat.lastIndexOf(')');
  const fields = stat.slice(end + 2).split(' ');
  return { pid, name: stat.slice(stat.indexOf('(') + 1, end), parent: Number(fields[1]), fields };
}
