import type { Response } from 'express';
import type { Mount } from '../../model/web-settings.ts';
import { requestId } from '../http/log-requests.ts';
import { publicPath } from '../http/mount.ts';
import type { Problem } from '../http/problem.ts';
import { sendText } from '../http/send.ts';
import { asApiProblem } from './api-problem.ts';
import { apiHeaders } from './api-response.ts';
import { API_PATH } from './path.ts';
import { problemTypes } from './problem-types.ts';

const CONTENT_TYPE = 'application/problem+json; charset=utf-8';

/** Answers with a problem document (RFC 9457), whose type is an address of the documentation. */
export function sendProblemDocument(mount: Mount, problem: Problem, res: Response): void {
  const { type, detail, issues, headers } = asApiProblem(problem);
  const { status, title } = problemTypes[type];
  const document = {
    type: `${publicPath(mount, API_PATH)}/docs#${type}`,
    title,
    status,
    detail,
    instance: requestId(res),
    ...(issues.length > 0 && { errors: issues }),
  };
  sendText(res, status, CONTENT_TYPE, JSON.stringify(document), { ...apiHeaders, ...headers });
}
