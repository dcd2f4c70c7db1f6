import { execFileSync } from 'node:child_process';
import type { Part } from '../third-party.ts';

interface Component {
  readonly name: string;
  readonly version: string;
  readonly 'bom-ref': string;
}

interface Dependency {
  readonly ref: string;
  readonly dependsOn?: readonly string[];
}

/** The part of CycloneDX that is changed here; the rest stays as npm writes it. */
interface Bill {
  readonly metadata: { readonly component: object };
  readonly components: readonly Component[];
  readonly dependencies: readonly Dependency[];
}

/** The bill of materials that npm draws up (CycloneDX), of what is in the executable and nothing else. */
export function billOfMaterials(parts: readonly Part[]): string {
  const options = { encoding: 'utf8', maxBuffer: 2 ** 26, shell: process.platform === 'win32' } as const;
  const bill = JSON.parse(execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], options)) as Bill;
  const names = new Set(parts.map(({ name, version }) => `${name}@${version}`));
  const kept = bill.components.filter(({ name, version }) => names.has(`${name}@${version}`));
  const components = [...kept, ...parts.filter(({ name }) => name === 'node').map(nodeComponent)];
  const known = new Set(components.map((component) => component['bom-ref']));
  const dependencies = bill.dependencies
    .filter(({ ref }) => known.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((each) => known.has(each)) }));
  const component = { ...bill.metadata.component, type: 'application', name: 'tax-server' };
  const metadata = { ...bill.metadata, component };
  return `${JSON.stringify({ ...bill, metadata, components, dependencies }, null, 2)}\n`;
}

function nodeComponent({ name, version }: Part): Component & Record<string, unknown> {
  return {
    'bom-ref': `${name}@${version}`,
    type: 'platform',
    name,
    version,
    purl: `pkg:generic/node@${version}`,
    licenses: [{ license: { id: 'MIT' } }],
  };
}
