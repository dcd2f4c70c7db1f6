import type { BodyKind } from '../http/bodies.ts';
import type { View } from '../pages/page.ts';
import type { ResumePlace } from '../pages/resume.ts';
import type { ActionRequest } from './action-request.ts';
import type { ActionResult, Question, Refusal, Success } from './action-result.ts';
import type { NextPage } from './next-page.ts';

/** A row of the table of actions (contract §1.1): everything that the dispatcher needs to know of an action. */
export interface Action {
  readonly name: string;
  readonly methods: readonly ('GET' | 'POST')[];
  /** What follows the name in the path. */
  readonly parameter?: 'type' | 'number' | 'file' | 'language' | 'format';
  /**
   * ADS actions (`do`) change the state and, in HTML, redirect; ASV actions (`show`) render the stored page (contract
   * §0). A `page` is made for the request, changes nothing and is not a view of the contract; `data` is the same for the
   * script of a page, which gets errors instead of a redirect.
   */
  readonly kind: 'do' | 'show' | 'page' | 'data';
  /** What an ASV action shows. */
  readonly view?: View;
  readonly needs: 'nothing' | 'session' | 'login';
  /** Whether it directly follows the start of a session: without a cookie here, the browser keeps none. */
  readonly followsStart: boolean;
  /** Whether everybody may use it on the pages of a public server, signed in or not, with or without a cookie. */
  readonly isPublic: boolean;
  /** The sessions that may call it. */
  readonly callers: 'all' | 'browsers' | 'programs';
  /** Views that offer the action; `everywhere` is not checked (contract §1.6, allowed actions). */
  readonly offeredBy: readonly View[] | 'everywhere';
  /** Whether the list of simulations offers it only when it is not empty. */
  readonly needsSimulations: boolean;
  /** False only for the view of errors, from which nothing may redirect (contract §1.1). */
  readonly tokenChecked: boolean;
  /** Whether a page of another site may lead here, always or with these parameters. The action then changes nothing important. */
  readonly openToOtherSites: boolean | readonly string[];
  /** The page shown after a sign-in that was needed for it; the calculation by default. */
  readonly resumesAt?: ResumePlace;
  readonly body: BodyKind;
  /** Reads the input and runs the controller. */
  readonly run: (request: ActionRequest) => ActionResult | Promise<ActionResult>;
  /** The état of each kind of result, and the page that follows. */
  readonly success: Ending;
  readonly refusal?: Ending;
  readonly question?: Ending;
}

/** The end of an action. */
export interface Ending {
  /** `état`: x00 a success, x01 a refusal. */
  readonly etat: number;
  /** What a browser gets next; by default the view of errors. */
  readonly next?: NextPage;
}

/** Reads the input of an action, or refuses it. */
export type InputReader<Input> = (request: ActionRequest) => Reading<Input> | Promise<Reading<Input>>;
export type Reading<Input> = { readonly input: Input } | Refusal;

export type Controller<Input, Result> = (request: ActionRequest, input: Input) => Result | Promise<Result>;

/** An action can be refused by its controller, its input or its callers only if its row has an état for that. */
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

/** Optional columns of a row. */
export type Columns = Partial<Omit<Action, 'name' | 'callers' | 'success' | 'refusal' | 'question' | 'run'>>;

/** A row of the table of actions; by default an ADS action with `GET` for signed-in users. */
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

/** The ending of the row for a result. */
export function endingOf(row: Action, { kind }: ActionResult): Ending {
  const ending = row[kind];
  if (!ending) throw new TypeError(`[${row.name}] has no état for a ${kind}.`);
  return ending;
}
