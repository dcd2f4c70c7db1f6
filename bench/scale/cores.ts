import { execFileSync } from 'node:child_process';
import { mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What keeps a command on the first core; empty where that cannot be done. */
export function onFirstCore(): readonly string[] {
  try {
    execFileSync('taskset', ['-c', '0', 'true'], { stdio: 'ignore' });
    return ['taskset', '-c', '0'];
  } catch {
    return [];
  }
}

/** Where Linux takes quotas of processor time, with its control groups of either version. */
const GROUPS = [
  { parent: '/sys/fs/cgroup/cpu', quota: (us: number) => ['cpu.cfs_quota_us', `${us}`] },
  { parent: '/sys/fs/cgroup', quota: (us: number) => ['cpu.max', `${us} 100000`] },
] as const;

/**
 * Gives each of these processes a share of a core and no more, as if the machine had cores to spare. They have to be ended
 * before the groups are removed.
 *
 * @returns what removes the groups; null where quotas are not to be had
 */
export function withQuota(pids: readonly number[], share: number): (() => void) | null {
  for (const { parent, quota } of GROUPS) {
    const groups: string[] = [];
    try {
      for (const pid of pids) {
        const group = join(parent, `tax-server-bench-${pid}`);
        mkdirSync(group);
        groups.push(group);
        const [file, value] = quota(share * 100_000);
        writeFileSync(join(group, file ?? ''), value ?? '');
        writeFileSync(join(group, 'cgroup.procs'), String(pid));
      }
      return () => remove(groups);
    } catch {
      remove(groups);
    }
  }
  return null;
}

function remove(groups: readonly string[]): void {
  for (const group of groups) rmdirSync(group);
}
