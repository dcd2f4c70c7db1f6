import { expect, it } from 'vitest';
import { showView } from '../../../../src/web/contract/controllers/view-controllers.ts';

it('a view has nothing to say to a program', () => {
  expect(showView()).toEqual({ kind: 'success', status: 200, reponse: '', messages: [] });
});
