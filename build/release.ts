import { readFileSync } from 'node:fs';
import { bundle } from './bundle.ts';
import { platforms } from './executable/platforms.ts';
import { makeExecutable } from './executable.ts';
import { billOfMaterials } from './release/bill-of-materials.ts';
import { linuxFiles, writeTarball } from './release/linux.ts';
import type { PackagedFile } from './release/package-files.ts';
import { windowsFiles, writeZip } from './release/windows.ts';
import { thirdPartyLicenses } from './third-party.ts';

/** `npm run release`: what is given to the people who use tax-server, one file for each system. */
async function release(): Promise<void> {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const parts = await bundle();
  for (const platform of Object.values(platforms)) makeExecutable(platform);
  const common: readonly PackagedFile[] = [
    { path: 'THIRD-PARTY-LICENSES.txt', content: Buffer.from(thirdPartyLicenses(parts)) },
    { path: 'sbom.cdx.json', content: Buffer.from(billOfMaterials(parts)) },
  ];
  const windows = `tax-server-${version}-windows-x64`;
  await writeZip(`dist/${windows}.zip`, windows, [...windowsFiles(), ...common]);
  console.log(`dist/${windows}.zip`);
  const linux = `tax-server-${version}-linux-x64`;
  writeTarball(`dist/${linux}.tar.gz`, linux, [...linuxFiles(), ...common]);
  console.log(`dist/${linux}.tar.gz`);
}

await release();
