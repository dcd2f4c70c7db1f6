import type { BodyKind } from '../http/bodies.ts';
import type { View } from '../pages/page.ts';
import type { ResumePlace } from '../pages/resume.ts';
import type { ActionRequest } from './action-request.ts';
import type { ActionResult, Question, Refusal, Success } from './action-result.ts';
import type { NextPage } from './next-page.ts';

/** One action of the contract (§1.1): everything the dispatcher must know of it. */
export interface Action {
  readonly name: string;
  readonly methods: readonly ('GET' | 'POST')[];
  /** What follows the name in the path. */
  readonly parameter?: 'type' | 'number' | 'file' | 'language' | 'format';
  /** ADS actions change the state and, in HTML, redirect; ASV actions render the stored page (contract §0);
   * a page is made for the request, changes nothing and is no view of the contract; data is the same for the script of
   * a page, which is told what is wrong instead of being led anywhere. */
  readonly kind: 'do' | 'show' | 'page' | 'data';
  /** What an ASV action shows. */
  readonly view?: View;
  readonly needs: 'nothing' | 'session' | 'login';
  /** Whether only the start of a session leads here: a browser that comes without its cookie keeps none. */
  readonly followsStart: boolean;
  /** Whether everybody may have it on the pages of a public server, signed in or not, with or without a cookie. */
  readonly isPublic: boolean;
  /** Whose sessions may ask for it. */
  readonly callers: 'all' | 'browsers' | 'programs';
  /** Views that offer the action; `everywhere` is not checked (contract §1.6, allowed actions). */
  readonly offeredBy: readonly View[] | 'everywhere';
  /** Whether the list of simulations offers it only while there are some. */
  readonly needsSimulations: boolean;
  /** False only for the view of errors, which nothing may redirect away from (contract §1.1). */
  readonly tokenChecked: boolean;
  /** Another site's page may lead here, always or with these parameters: the action changes nothing that matters. */
  readonly openToOtherSites: boolean | readonly string[];
  /** What is shown to somebody who had to sign in first; the calculation when nothing is said. */
  readonly resumesAt?: ResumePlace;
  readonly body: BodyKind;
  /** Reads the input and runs the controller. */
  readonly run: (request: ActionRequest) => ActionResult | Promise<ActionResult>;
  /** What is said of each kind of result, and where it leads. */
  readonly success: Ending;
  readonly refusal?: Ending;
  readonly question?: Ending;
}

/** How an action ends. */
export interface Ending {
  /** `état`: x00 a success, x01 a refusal. */
  readonly etat: number;
  /** What a browser gets next; the view of errors when nothing is said. */
  readonly next?: NextPage;
}

/** Reads what an action works on, or says why it cannot. */
export type InputReader<Input> = (request: ActionRequest) => Reading<Input> | Promise<Reading<Input>>;
export type Reading<Input> = { readonly input: Input } | Refusal;

export type Controller<Input, Result> = (request: ActionRequest, input: Input) => Result | Promise<Result>;

/** Only what has an état for a refusal may refuse: its controller, its input, or the guard of its callers. */
type Working<Input> =
  | {
      readonly controller: Controller<undefined, Success>;
      readonly input?: undefined;
      readonly callers?: 'all';
    }
  | {
      readonly refusal: Ending;
      readonly controller: Controller<Input, Success | Refusal>;
      readonly input?: InputReader<Input>;
      readonly callers?: Action['callers'];
    }
  | {
      readonly question: Ending;
      readonly controller: Controller<undefined, Success | Question>;
      readonly input?: undefined;
      readonly callers?: 'all';
    };

/** Columns that a row need not fill. */
export type Columns = Partial<Omit<Action, 'name' | 'callers' | 'success' | 'refusal' | 'question' | 'run'>>;

/** A row of the table of actions; without more it is an ADS action with `GET` for those who have signed in. */
export type Row<Input = undefined> = Pick<Action, 'name' | 'success'> & Columns & Working<Input>;

export function action<Input = undefined>({ input, controller, ...columns }: Row<Input>): Action {
  return {
    methods: ['GET'],
    kind: 'do',
    needs: 'login',
    followsStart: false,
    isPublic: false,
    callers: 'all',
    offeredBy: [],
    needsSimulations: false,
    tokenChecked: true,
    openToOtherSites: false,
    body: 'none',
    ...columns,
    run: runner(input, controller as Controller<Input, ActionResult>),
  };
}

function runner<Input>(
  input: InputReader<Input> | undefined,
  controller: Controller<Input, ActionResult>,
): Action['run'] {
  if (!input) return (request) => controller(request, undefined as Input);
  return async (request) => {
    const reading = await input(request);
    return 'input' in reading ? controller(request, reading.input) : reading;
  };
}

/** The ending that the row has for a result. */
export function endingOf(row: Action, { kind }: ActionResult): Ending {
  const ending = row[kind];
  if (!ending) throw new TypeError(`[${row.name}] has no état for a ${kind}.`);
  return ending;
}
