import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { packages } from './packages.ts';
import { makeWineRoot, wineIsMissing, wineRoot } from './wine.ts';

const POLICY = '/usr/sbin/policy-rc.d';

/** Installs what the end-to-end tests run against, where it may, and says so first; elsewhere says what is missing. */
function provision(): void {
  const names = packages
    .filter(({ probes }) => !probes.some((probe) => existsSync(probe)))
    .map(({ name }) => name);
  const needsWine = wineIsMissing();
  if (names.length === 0 && !needsWine) return;
  const needs = [
    ...(names.length > 0 ? [`the Debian packages ${names.join(' ')}`] : []),
    ...(needsWine ? [`a Debian with Wine in ${wineRoot} (1.5 GB; needs debootstrap and bubblewrap)`] : []),
  ].join('\n  ');
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    console.log(`Missing for the end-to-end tests, of which those that need it will fail:\n  ${needs}`);
    console.log('On Debian, root installs it: node test/provisioning/provision.ts');
    return;
  }
  console.log(`Installing for the end-to-end tests:\n  ${needs}`);
  if (names.length > 0) withoutStartingServices(() => install(names));
  if (needsWine) makeWineRoot();
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
