import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { nodeGuard } from '../../build/node-guard.ts';

/** Runs the guard on a Node of that version. */
function runOn(node: string): { code: number | null; said: string } {
  let code: number | null = null;
  let said = '';
  const exit = (given: number) => {
    code = given;
  };
  const error = (text: string) => {
    said = text;
  };
  runInNewContext(nodeGuard, {
    process: { versions: { node }, version: `v${node}`, exit },
    console: { error },
  });
  return { code, said };
}

describe('the first line of the bundle', () => {
  it('tells an older Node what to do', () => {
    const { code, said } = runOn('20.20.2');
    expect(code).toBe(1);
    expect(said).toContain('needs Node 24 or newer; this is v20.20.2');
    expect(said).toContain('npm start -- COMMAND');
  });

  it('lets the Node that is shipped pass', () => {
    expect(runOn('24.21.0')).toEqual({ code: null, said: '' });
  });
});
