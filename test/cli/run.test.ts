import { describe, expect, it } from 'vitest';
import { english } from '../../src/cli/help/help.en.ts';
import type { CommandName } from '../../src/cli/help/help-texts.ts';
import { run } from '../../src/cli/run.ts';
import { fakeProcess } from './terminal.ts';

async function tax(args: readonly string[], language: 'fr' | 'en' = 'en') {
  const { context, written } = fakeProcess('', false, { language, baseDir: '/nowhere', cwd: '/nowhere' });
  return { code: await run(args, context), ...written };
}

describe('a command line that is not understood', () => {
  const SERVE = '  tax-server [serve] [options]\n  tax-server serve --help\n';
  const CALCULATE =
    '  tax-server calculate [household]\n  tax-server calculate FILE [--output FILE]\n  tax-server calculate --help\n';
  const LICENSES = '  tax-server licenses\n';

  it.each([
    ['serve extra', 'unexpected argument: extra', SERVE],
    ['--prot 1', 'unknown option: --prot; did you mean --port?', SERVE],
    ['-config x', 'unknown option: -config; did you mean --config?', SERVE],
    ['serve --colour', 'unknown option: --colour; known: --config, --host, --port, --open, --pause', SERVE],
    [
      'calculate --xyzzy 1',
      'unknown option: --xyzzy; the nearest: --year, --salary, --0DA; --help lists them all',
      CALCULATE,
    ],
    ['--no-host', 'unknown option: --no-host; did you mean --host?', SERVE],
    ['--open=yes', '--open takes no value', SERVE],
    ['--config --open', '--config: its value is missing', SERVE],
    ['--config', '--config: its value is missing', SERVE],
    ['--port 70000', '--port 70000: a whole number from 0 to 65535', SERVE],
    ['calculate --method fast --salary 1', '--method fast: one of official, legacy', CALCULATE],
    ['calculate', 'give --salary or --pension, 0 when there is none', CALCULATE],
    ['calculate --married --status single', '--married and --status cannot be used together', CALCULATE],
    ['calculate a.csv b.csv', 'unexpected argument: b.csv', CALCULATE],
    [
      'calculate --salary 1 --output x',
      '--output is for a file, not for a household on the command line',
      CALCULATE,
    ],
    [
      'calculate a.csv --children 1',
      '--children is for a household on the command line, not for a file',
      CALCULATE,
    ],
    ['licenses --all', 'unknown option: --all', LICENSES],
    ['backup', 'an argument is missing', '  tax-server backup FILE [--config FILE]\n'],
    ['frobnicate --help', /^unknown command: frobnicate; known: serve, /, '  tax-server [COMMAND] --help\n'],
    [
      'chek-config',
      'unknown command: chek-config; did you mean check-config?',
      '  tax-server [COMMAND] --help\n',
    ],
  ])('%s', async (line, reason, usage) => {
    const { code, stdout, stderr } = await tax(line.split(' '));
    expect([code, stdout]).toEqual([1, '']);
    const [first, ...rest] = stderr.split('\n');
    if (reason instanceof RegExp) expect(first?.replace('tax-server: ', '')).toMatch(reason);
    else expect(first).toBe(`tax-server: ${reason}`);
    expect(rest.join('\n')).toBe(usage);
  });

  it('is explained in the language of the person', async () => {
    const { stderr } = await tax(['backup', '--confg=x', 'copy.db'], 'fr');
    expect(stderr).toBe(
      'tax-server: option inconnue : --confg ; vouliez-vous dire --config ?\n  tax-server backup FICHIER [--config FICHIER]\n',
    );
  });

  it('a value may be negative: what is wrong with it is said', async () => {
    const { stderr } = await tax(['calculate', '--salary', '-5']);
    expect(stderr).toMatch(/^tax-server: --salary "-5": an amount from 0 to/);
  });

  it.each([
    [['tax-years'], 'an argument is missing'],
    [['tax-years', 'paint'], 'unknown command: tax-years paint; known: list, export, import, remove'],
    [
      ['tax-years', 'constructor'],
      'unknown command: tax-years constructor; known: list, export, import, remove',
    ],
    [['tax-years', 'list', '2025'], 'unexpected argument: 2025'],
    [['tax-years', 'export'], 'an argument is missing'],
    [['tax-years', 'remove'], 'an argument is missing'],
    [['tax-years', 'list', '--year', '2025'], '--year is not for tax-years list'],
    [['tax-years', 'import', 'a', '--year', 'x'], '--year x: an income year like 2025'],
  ])('%j', async (args, reason) => {
    expect((await tax(args)).stderr.split('\n')[0]).toBe(`tax-server: ${reason}`);
  });
});

describe('options as Word or Windows write them', () => {
  it.each(['\u2013prot', '\u2014prot', '\u2212\u2212prot', '-\u2013prot'])('%s', async (typed) => {
    const { stderr } = await tax([`${typed}=1`]);
    expect(stderr.split('\n')[0]).toBe('tax-server: unknown option: --prot; did you mean --port?');
  });

  it('are understood', async () => {
    const { code, stdout } = await tax([
      'calculate',
      '\u2013salary',
      '55555',
      '\u2014year=2018',
      '\u2013json',
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ incomeYear: 2018 });
    expect((await tax(['\u2013h'])).stdout).toBe((await tax(['--help'])).stdout);
  });

  it('a value that begins with a dash stays', async () => {
    expect((await tax(['calculate', '--salary', '\u22125'])).stderr).toContain('--salary "\u22125"');
  });
});

describe('help', () => {
  it.each(['help', 'HELP', '/?', '-?', '-h', '/h', '/help', '--HELP'])('%s', async (typed) => {
    expect(await tax([typed])).toEqual(await tax(['--help']));
  });

  it.each([
    ['help', 'calculate'],
    ['calculate', '/?'],
    ['calculate', '-?'],
  ])('%s %s', async (...typed) => {
    expect(await tax(typed)).toEqual(await tax(['calculate', '--help']));
  });

  it.each(Object.keys(english.commands) as CommandName[])('%s --help is about it alone', async (name) => {
    const { code, stdout, stderr } = await tax([name, '--help']);
    expect([code, stderr]).toEqual([0, '']);
    for (const line of stdout.split('\n').filter((text) => text.startsWith('  tax-server')))
      expect(line.replace('[serve]', 'serve')).toContain(`  tax-server ${name}`);
    expect((await tax(['--help'])).stdout).toContain(stdout);
  });

  it.each(['fr', 'en'] as const)('fits a console in %s', async (language) => {
    const { stdout } = await tax(['-h'], language);
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });
});
