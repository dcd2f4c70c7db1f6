import { expect, it } from 'vitest';
import { components } from '../../src/server/components.ts';

it('the health tells the lines that a slow disk has cost, also when the log is written again', () => {
  const told = components({
    config: { database: { kind: 'sqlite' }, session: { store: 'memory' } },
    database: { state: 'available' },
    sessions: { state: 'available' },
    log: { isWritable: true, lostLines: 12 },
    audit: { isWritable: false, lostLines: 3 },
  });
  expect(told.log).toEqual({ status: 'up', lost_lines: 12 });
  expect(told.audit).toEqual({ status: 'down', lost_lines: 3 });
});
