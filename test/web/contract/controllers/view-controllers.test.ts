import { expect, it } from 'vitest';
import { getAdminData, showView } from '../../../../src/web/contract/controllers/view-controllers.ts';
import { tax } from '../action-requests.ts';

it('a view has nothing to say to a program', () => {
  expect(showView()).toEqual({ kind: 'success', status: 200, reponse: '', messages: [] });
});

it('the constants of a year have the names of the earlier application (contract §1.4)', () => {
  const { kind, reponse } = getAdminData({ tax, defaultIncomeYear: 2018 });
  expect(kind).toBe('success');
  expect(reponse).toMatchObject({
    id: 1,
    limites: expect.any(Array),
    coeffr: expect.any(Array),
    plafond_qf_demi_part: 1551,
  });
});
