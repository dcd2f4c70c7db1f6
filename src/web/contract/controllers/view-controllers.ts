import { accepted, type Success } from '../action-result.ts';

/** What only leads to a page or shows one: it changes nothing and has nothing to say to a program (contract §1.2). */
export function showView(): Success {
  return accepted();
}
