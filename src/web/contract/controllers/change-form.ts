import { type ActionResult, accepted } from '../action-result.ts';

/** Leads from the short form to the detailed one and back, with what was typed; computes nothing: état 1700. */
export function changeForm(): ActionResult {
  return accepted(1700, '');
}
