import { describe, expect, it } from 'vitest';
import { exportFormat, naming, simulationId } from '../../../../src/web/contract/inputs/simulation-inputs.ts';

it('a number is an id as far as numbers are exact', () => {
  expect(simulationId({ parameter: '0012' })).toEqual({ input: 12 });
  expect(simulationId({ parameter: '9'.repeat(400) })).toMatchObject({
    kind: 'refusal',
    messages: [{ id: 'simulationUnknown', values: { id: `${'9'.repeat(200)}…` } }],
  });
});

describe('a name for a simulation', () => {
  const named = (fields: Record<string, string>) =>
    naming({ parameter: '3', form: new Map(Object.entries(fields)) });

  it('is trimmed; an empty one takes the name away', () => {
    expect(named({ nom: '  à deux ' })).toEqual({ input: { id: 3, name: 'à deux' } });
    expect(named({ nom: ' ' })).toEqual({ input: { id: 3, name: null } });
  });

  it.each([
    [{}, 'missingParameter'],
    [{ nom: 'x'.repeat(81) }, 'nameTooLong'],
    [{ nom: 'a\u0007b' }, 'nameUnwritable'],
  ])('%j is refused: %s', (fields, id) => {
    expect(named(fields)).toMatchObject({ kind: 'refusal', messages: [{ id }] });
  });
});

it('a format of exports is one that there is', () => {
  expect(exportFormat({ parameter: 'csv' })).toEqual({ input: 'csv' });
  expect(exportFormat({ parameter: 'toString' })).toMatchObject({ messages: [{ id: 'invalidFormat' }] });
});
