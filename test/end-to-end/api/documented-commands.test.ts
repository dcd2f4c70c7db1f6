import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { http } from '../support/http-client.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';

const run = promisify(execFile);
const BUNDLE = resolve('dist/tax-server.cjs');

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

/** The first block of commands below a heading of a page. */
function blockBelow(heading: string, page: string): string {
  const text = readFileSync(page, 'utf8');
  const [, block] = /^```\w*\n(.*?)^```$/ms.exec(text.slice(text.indexOf(`\n${heading}\n`))) ?? [];
  if (!block) throw new Error(`${page} has no commands below ${heading}`);
  return block;
}

/** What README.md, docs/programs.md and the page of the API tell people to type, typed. */
describe('the commands of the documentation', () => {
  const [makeToken = '', ...calculate] = blockBelow('## For programs', 'README.md').split('\n');
  let folder: string;
  let server: RunningServer;
  let token = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tax-server-commands-'));
    mkdirSync(join(folder, 'bin'));
    const command = join(folder, 'bin/tax-server');
    writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${BUNDLE}' "$@"\n`);
    chmodSync(command, 0o755);
    // So that a command fails when its answer is a refusal.
    writeFileSync(join(folder, '.curlrc'), 'silent\nshow-error\nfail\n');
    const printed = await shell(makeToken);
    [token = ''] = /taxsrv_\w+/.exec(printed) ?? [];
    const { api_tokens } = parse(printed.slice(printed.indexOf('api_tokens:')));
    server = await startServer({ config: { users: [ADMIN], api_tokens } });
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Types commands as they are written, with this server's address and password in them. */
  async function shell(commands: string): Promise<string> {
    const typed = commands
      .replaceAll('http://127.0.0.1:5000', server?.origin)
      .replaceAll('password=…', 'password=admin')
      .replaceAll('-u admin ', '-u admin:admin ');
    const env = { PATH: `${join(folder, 'bin')}:${process.env.PATH}`, CURL_HOME: folder, TOKEN: token };
    const { stdout } = await run('sh', ['-c', typed], { cwd: folder, env });
    return stdout;
  }

  it('of the contract give the answers that docs/programs.md shows', async () => {
    const lines = blockBelow('## The contract', 'docs/programs.md').trim().split('\n');
    const commands = lines.filter((line) => line.startsWith('$ ')).map((line) => line.slice(2));
    const answers = lines.filter((line) => !line.startsWith('$ '));
    expect([commands.length, answers.length]).toEqual([4, 3]);
    expect(await shell(commands.join('\necho\n'))).toBe(`\n${answers.join('\n')}`);
  });

  it('of README.md make a token and calculate by the API', async () => {
    expect(JSON.parse(await shell(calculate.join('\n')))).toMatchObject({ incomeYear: 2025, amountDue: 946 });
  });

  it('of the page of the API all succeed', async () => {
    const { body } = await http(`${server.origin}/do/api/v1/docs`);
    const commands = [...body.matchAll(/<pre class="for-sh command"><code>(curl .*?)<\/code><\/pre>/gs)].map(
      ([, html = '']) => html.replaceAll(/&(lt|gt|quot|amp);/g, (_, name) => ENTITIES[name] ?? ''),
    );
    expect(commands.length).toBeGreaterThan(6);
    for (const command of commands) expect(await shell(command), command).not.toBe('');
  });
});
