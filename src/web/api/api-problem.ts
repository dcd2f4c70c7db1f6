import { Busy } from '../http/busy.ts';
import { Problem } from '../http/problem.ts';
import { message } from '../messages/message.ts';
import { detailOf } from './problem-details.ts';
import { type ProblemType, problemTypes } from './problem-types.ts';

/** One issue of a body. */
export interface ApiIssue {
  /** JSON Pointer (RFC 6901) to the value; `""` is the whole body. */
  readonly pointer: string;
  /** The same for people: `household.declarants[0].salary`. */
  readonly field: string;
  /** The refused value, shortened when it is long; absent when there is none. */
  readonly value?: unknown;
  readonly detail: string;
  /** The allowed values. */
  readonly allowed: string;
}

interface ApiProblemOptions {
  readonly issues?: readonly ApiIssue[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** A request to the API that is answered by a problem document (RFC 9457). */
export class ApiProblem extends Problem {
  readonly type: ProblemType;
  readonly detail: string;
  readonly issues: readonly ApiIssue[];

  constructor(
    type: ProblemType,
    detail: string,
    { issues = [], headers = {}, cause }: ApiProblemOptions = {},
  ) {
    const { status } = problemTypes[type];
    super(status, message('requestMalformed', { reason: detail }), { headers, cause });
    this.name = 'ApiProblem';
    this.type = type;
    this.detail = detail;
    this.issues = issues;
  }
}

/** The body is JSON, but cannot be calculated. */
export function invalidCalculation(issues: readonly ApiIssue[], cause?: unknown): ApiProblem {
  const places = issues.map(({ field }) => field || 'the body').join(', ');
  return new ApiProblem('invalid-calculation', `To be corrected: ${places}.`, { issues, cause });
}

/** The problem types of errors from parts of the web that do not know the API. */
const typeOfStatus: Readonly<Record<number, ProblemType>> = {
  400: 'malformed-request',
  403: 'cross-site',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'body-too-large',
  415: 'unsupported-media-type',
  503: 'unavailable',
};

/** Any problem as one of the API's. */
export function asApiProblem(problem: Problem): ApiProblem {
  if (problem instanceof ApiProblem) return problem;
  const { headers, cause } = problem;
  const type = typeOf(problem);
  return new ApiProblem(type, detailOf(problem.explanation) ?? problemTypes[type].title, { headers, cause });
}

function typeOf(problem: Problem): ProblemType {
  if (problem instanceof Busy) return 'busy';
  return typeOfStatus[problem.status] ?? (problem.status < 500 ? 'malformed-request' : 'unexpected-error');
}
