import type { Request } from 'express';

const MARK = '?nouvel-essai';

/** Marks the address that starts a session anew after a start whose cookie did not come back. */
export function asSecondStart(path: string): string {
  return `${path}${MARK}`;
}

/** Whether the request belongs to such a start: when its cookie does not come back either, the browser keeps none. */
export function isSecondStart({ originalUrl }: Request): boolean {
  return originalUrl.endsWith(MARK);
}

/** Where a start leads, marked like the request that it answers. */
export function nextOfStart(req: Request, path: string): string {
  return isSecondStart(req) ? asSecondStart(path) : path;
}
