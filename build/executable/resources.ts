import { readFileSync, writeFileSync } from 'node:fs';
import { Data, NtExecutable, NtExecutableResource, Resource } from 'resedit';

export const ICON = 'build/icon/tax-server.ico';
const ENGLISH = 1033;
const UNICODE = 1200;

/**
 * Gives a Windows executable the product's icon and version, in place of Node's. Node's signature goes: it covers a file
 * that is no longer the same.
 */
export function brand(
  file: string,
  { version, description }: { version: string; description: string },
): void {
  const executable = NtExecutable.from(readFileSync(file), { ignoreCert: true });
  const resources = NtExecutableResource.from(executable);
  replaceIcon(resources);
  replaceVersion(resources, version, description);
  resources.outputResource(executable);
  writeFileSync(file, Buffer.from(executable.generate()));
}

/** Under the identity of Node's icon, which is the one that Explorer shows. */
function replaceIcon({ entries }: NtExecutableResource): void {
  const [group] = Resource.IconGroupEntry.fromEntries(entries);
  if (!group) throw new Error('the base executable has no icon');
  const { icons } = Data.IconFile.from(readFileSync(ICON));
  Resource.IconGroupEntry.replaceIconsForResource(
    entries,
    group.id,
    group.lang,
    icons.map(({ data }) => data),
  );
}

function replaceVersion({ entries }: NtExecutableResource, version: string, description: string): void {
  const [info] = Resource.VersionInfo.fromEntries(entries);
  if (!info) throw new Error('the base executable has no version');
  for (const language of info.getAllLanguagesForStringValues()) info.removeAllStringValues(language);
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  info.setFileVersion(major, minor, patch, 0, ENGLISH);
  info.setProductVersion(major, minor, patch, 0, ENGLISH);
  info.setStringValues(
    { lang: ENGLISH, codepage: UNICODE },
    {
      ProductName: 'tax-server',
      FileDescription: description,
      ProductVersion: version,
      FileVersion: version,
      InternalName: 'tax-server',
      OriginalFilename: 'tax-server.exe',
      LegalCopyright: 'MIT license',
    },
  );
  info.outputToResourceEntries(entries);
}
