import type { Request } from 'express';
import { excerpt } from '../http/limits.ts';
import { ApiProblem } from './api-problem.ts';

/** Refuses who accepts no JSON (RFC 9110 §12.5.1). */
export function requireJsonAccepted(req: Request): void {
  const { accept } = req.headers;
  if (
    accept !== undefined &&
    accept !== '*/*' &&
    accept !== 'application/json' &&
    !req.accepts('application/json')
  )
    throw new ApiProblem(
      'not-acceptable',
      `The header Accept, ${excerpt(accept)}, does not take application/json.`,
    );
}
