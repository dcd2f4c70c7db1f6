import type { Controller } from '../action-request.ts';
import { accepted } from '../action-result.ts';

/** An action that shows a view: it changes nothing and has nothing to say to a program (contract §1.2). */
export function showView(etat: number): Controller {
  return () => accepted(etat, '');
}
