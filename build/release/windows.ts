import { createWriteStream, readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { platforms } from '../executable/platforms.ts';
import { type PackagedFile, windowsText } from './package-files.ts';

const FOLDER = 'build/release/windows';

/** What goes to people who use Windows, beside the files of every release. */
export function windowsFiles(): readonly PackagedFile[] {
  const { output, checksum } = platforms.windows;
  return [
    { path: 'tax-server.exe', content: readFileSync(output) },
    { path: 'tax-server.sha256', content: readFileSync(checksum) },
    { path: 'README.txt', content: windowsText(`${FOLDER}/README.txt`) },
    { path: 'config.example.yaml', content: windowsText('config.example.yaml') },
    { path: 'LICENSE.txt', content: windowsText('LICENSE') },
    {
      path: 'service/tax-server-service.xml',
      content: windowsText(`${FOLDER}/service/tax-server-service.xml`, { mark: '' }),
    },
    // The Task Scheduler writes and reads UTF-16.
    {
      path: 'service/tax-server-task.xml',
      content: windowsText(`${FOLDER}/service/tax-server-task.xml`, { encoding: 'utf16le' }),
    },
  ];
}

/** Writes the files into a zip, in one folder. */
export async function writeZip(
  output: string,
  folder: string,
  files: readonly PackagedFile[],
): Promise<void> {
  const zip = new ZipFile();
  for (const { path, content } of files) zip.addBuffer(content, `${folder}/${path}`);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(output));
}
