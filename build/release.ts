import { createWriteStream, readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { bundle } from './bundle.ts';
import { platforms } from './executable/platforms.ts';
import { makeExecutable } from './executable.ts';
import { billOfMaterials } from './release/bill-of-materials.ts';
import { thirdPartyLicenses } from './third-party.ts';

const { output, checksum } = platforms.windows;

/** The files of the zip, by name. */
async function contents(): Promise<Record<string, Buffer>> {
  const parts = await bundle();
  makeExecutable(platforms.windows);
  return {
    'README.txt': forNotepad('build/release/README.txt'),
    'tax-server.exe': readFileSync(output),
    'tax-server.sha256': readFileSync(checksum),
    'config.example.yaml': forNotepad('config.example.yaml'),
    'LICENSE.txt': forNotepad('LICENSE'),
    'THIRD-PARTY-LICENSES.txt': Buffer.from(thirdPartyLicenses(parts)),
    'sbom.cdx.json': Buffer.from(billOfMaterials(parts)),
    'service/tax-server-service.xml': windowsLines('build/release/service/tax-server-service.xml', 'utf8'),
    // The Task Scheduler writes and reads UTF-16.
    'service/tax-server-task.xml': windowsLines(
      'build/release/service/tax-server-task.xml',
      'utf16le',
      '\ufeff',
    ),
  };
}

/** Read right by every Notepad: with a byte order mark and CRLF. */
function forNotepad(file: string): Buffer {
  return windowsLines(file, 'utf8', '\ufeff');
}

function windowsLines(file: string, encoding: BufferEncoding, mark = ''): Buffer {
  const text = readFileSync(file, 'utf8').replace(/\r?\n/g, '\r\n');
  return Buffer.from(`${mark}${text}`, encoding);
}

/** `npm run release`: what is given to the people who use tax-server on Windows, in one zip. */
async function release(): Promise<void> {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const name = `tax-server-${version}-windows-x64`;
  const zip = new ZipFile();
  for (const [file, content] of Object.entries(await contents())) zip.addBuffer(content, `${name}/${file}`);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(`dist/${name}.zip`));
  console.log(`dist/${name}.zip`);
}

await release();
