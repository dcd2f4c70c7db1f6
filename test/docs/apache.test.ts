import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { apacheConfig } from '../../src/cli/apache-config.ts';
import { fakeProcess } from '../cli/terminal.ts';

const guide = readFileSync('docs/apache.md', 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'apache-guide-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the generated file says of its modules, for the configuration of the guide. */
async function enabled(more: string, ...args: string[]): Promise<string> {
  const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(guide) ?? [];
  writeFileSync(join(folder, 'config.yaml'), yaml + more);
  const { context, written } = fakeProcess('', false, { baseDir: folder, cwd: folder });
  expect(await apacheConfig(args, context), written.stderr).toBe(0);
  return /a2enmod .*/.exec(written.stdout)?.[0] ?? 'nothing';
}

it('the guide names the modules that the generated files need', async () => {
  const database = 'database: { kind: postgres, name: a, user: b, password: c }\n';
  const needed = [await enabled(''), await enabled(database, '--balancer', '3')];
  expect(guide.match(/^a2enmod .*$/gm)).toEqual(needed);
});
