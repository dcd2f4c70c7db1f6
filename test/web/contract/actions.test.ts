import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WebServices } from '../../../src/model/web-services.ts';
import type { WebSettings } from '../../../src/model/web-settings.ts';
import { API_PATH, documentPaths } from '../../../src/web/api/path.ts';
import { actions } from '../../../src/web/contract/actions.ts';
import { actionRoutes } from '../../../src/web/contract/routes/action-routes.ts';
import { otherRoutes } from '../../../src/web/contract/routes/other-routes.ts';
import type { Route } from '../../../src/web/http/routes.ts';
import { paths, viewPaths } from '../../../src/web/pages/paths.ts';

const settings = { alias: '', prefix: '/do', csrfToken: false } as Partial<WebSettings> as WebSettings;
const services = {} as WebServices;

describe('the table of actions', () => {
  it('has each name once', () => {
    const names = actions.map(({ name }) => name);
    expect([...new Set(names)]).toEqual(names);
  });

  it('says x00 for a success and x01 for a refusal (contract §1.2)', () => {
    for (const { success, refusal } of actions) {
      expect(success.etat % 100).toBe(0);
      if (refusal) expect(refusal.etat).toBe(success.etat + 1);
    }
  });

  it('has an état of its own for each action, but for those around files', () => {
    const states = actions.map(({ success }) => success.etat).filter((etat) => etat !== 1900);
    expect([...new Set(states)]).toEqual(states);
  });

  it('has each action and its états in the contract', () => {
    const contract = readFileSync('docs/contract.md', 'utf8');
    const isWritten = (etat: number) => new RegExp(`\\b${etat}\\b`).test(contract);
    const missing = actions.filter(
      ({ name, success, refusal, question }) =>
        ![`\`${name}\``, `\`${name}/`].some((written) => contract.includes(written)) ||
        ![success, refusal, question].every((ending) => !ending || isWritten(ending.etat)),
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it('lets nothing through that looks at a page without being asked by one, but from its own site', () => {
    const open = actions.filter(({ openToOtherSites }) => openToOtherSites !== false);
    expect(open.filter(({ kind }) => kind === 'do').map(({ name }) => name)).toEqual(['init-session']);
  });
});

describe('the addresses that pages lead to', () => {
  const routes = [...actionRoutes(settings, services), ...otherRoutes(settings, services)];
  const samples = { fr: 'fr', csv: 'csv', html: 'html', id: '0123456789abcdef', number: '12' };

  /** Addresses of a function, with whatever parameter fits. */
  function addressesOf(path: (typeof paths)[keyof typeof paths]): readonly string[] {
    if (typeof path === 'string') return [path];
    return Object.values(samples).map((sample) => (path as (value: string) => string)(sample));
  }

  function isAnswered(address: string): boolean {
    return routes.some((route) => fits(route, address.split('/')));
  }

  function fits({ path, forms = {} }: Route, segments: readonly string[]): boolean {
    const expected = path.split('/');
    return (
      expected.length === segments.length &&
      expected.every((each, index) => {
        const segment = segments[index] ?? '';
        return each.startsWith(':') ? (forms[each.slice(1)]?.test(segment) ?? true) : each === segment;
      })
    );
  }

  it.each(Object.entries(paths).filter(([name]) => name !== 'apiDocumentation'))(
    '%s is the address of a route',
    (_name, path) => {
      expect(addressesOf(path).some(isAnswered)).toBe(true);
    },
  );

  it.each(Object.entries(viewPaths))('%s is shown by an action', (view, path) => {
    expect(actions.find(({ name }) => `/${name}` === path)).toMatchObject({ kind: 'show', view });
  });

  it('has the documents of the API where they are', () => {
    expect(documentPaths.map((path) => `${API_PATH}${path}`)).toContain(paths.apiDocumentation);
  });
});

it('the name of an action stands in the table and in the list of addresses, and nowhere else in the code', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((file) => join('src', file))
    .filter(
      (file) =>
        file.endsWith('.ts') && !['contract/actions.ts', 'pages/paths.ts'].some((end) => file.endsWith(end)),
    );
  const names = actions.map(({ name }) => name).filter((name) => name.includes('-'));
  // In quotes or behind a slash: comments name actions in backticks.
  const pattern = new RegExp(`(['"]/?|\`/)(${names.join('|')})['"\`/$]`);
  const found = files.filter((file) => pattern.test(readFileSync(file, 'utf8')));
  expect(found).toEqual([]);
});
