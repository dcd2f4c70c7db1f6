import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { packages } from './packages.ts';
import { provisionWine } from './wine.ts';

const POLICY = '/usr/sbin/policy-rc.d';

/** Installs what the end-to-end tests run against, where it may; elsewhere says what is missing. */
function provision(): void {
  const missing = packages.filter(({ probes }) => !probes.some((probe) => existsSync(probe)));
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name);
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    console.log(`The end-to-end tests need these Debian packages or their like: ${names.join(' ')}`);
    return;
  }
  console.log(`Installing for the end-to-end tests: ${names.join(' ')}`);
  withoutStartingServices(() => install(names));
}

function install(names: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) =>
    execFileSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    apt('update', '-qq');
    apt('install', '-qq', '--yes', '--no-install-recommends', ...names);
  } catch (error) {
    // The tests that need them fail by themselves, and the others are still worth running.
    console.log(`apt-get could not install them: ${(error as Error).message}`);
  }
}

/** Debian starts a service when it installs one, unless this policy forbids it (invoke-rc.d(8)). */
function withoutStartingServices(work: () => void): void {
  const isOurs = !existsSync(POLICY);
  if (isOurs) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    work();
  } finally {
    if (isOurs) rmSync(POLICY);
  }
}

provision();
provisionWine();
