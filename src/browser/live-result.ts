import { showSharing } from './share.ts';

/** The server's answer for a form that is being filled in. */
interface Outcome {
  readonly outcome: string;
  readonly beyond: string;
  readonly status: string;
}

/** Without an answer: the server is down, the session has ended, or another error that the form itself will show. */
type Refusal = 'away' | 'expired' | 'stopped';

/** Longer than between two keys, shorter than the wait for an answer. */
const PAUSE_IN_MS = 250;
const FIRST_RETRY_IN_MS = 2_000;
const LONGEST_RETRY_IN_MS = 16_000;

/** Marks a script of our pages where there is no cookie: in a frame of another site. */
const ACCEPT = { Accept: 'text/html, application/json' };

/** The état of a client that is not signed in (contract §2.1). */
const NO_SESSION = 101;

/** Shows the result while its form is being filled in. The form itself stays as it is, and its button keeps the result. */
export function followForm(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('form[data-preview]');
  const places = {
    outcome: page.querySelector<HTMLElement>('#outcome'),
    beyond: page.querySelector<HTMLElement>('#beyond'),
    status: page.querySelector<HTMLElement>('#live-status'),
  };
  const { outcome, beyond, status } = places;
  if (form && outcome && beyond && status) follow(form, { outcome, beyond, status });
}

interface Places {
  readonly outcome: HTMLElement;
  readonly beyond: HTMLElement;
  readonly status: HTMLElement;
}

function follow(form: HTMLFormElement, places: Places): void {
  let timer = 0;
  let asking = new AbortController();

  function askIn(pause: number, retry = FIRST_RETRY_IN_MS): void {
    clearTimeout(timer);
    asking.abort();
    timer = setTimeout(() => void askNow(retry), pause);
  }

  async function askNow(retry: number): Promise<void> {
    asking = new AbortController();
    const { signal } = asking;
    places.outcome.ariaBusy = 'true';
    const answer = await ask(form, signal);
    if (signal.aborted || answer === null) return;
    places.outcome.ariaBusy = null;
    if (typeof answer !== 'string') show(answer, places);
    else tell(form.dataset[answer] ?? '', places.status, true);
    if (answer === 'away') askIn(retry, Math.min(retry * 2, LONGEST_RETRY_IN_MS));
  }

  form.addEventListener('input', ({ target }) => {
    if ((target as HTMLInputElement).name) askIn(PAUSE_IN_MS);
  });
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    asking.abort();
  });
}

/** Null when the form has changed meanwhile. */
async function ask(form: HTMLFormElement, signal: AbortSignal): Promise<Outcome | Refusal | null> {
  const url = form.dataset.preview ?? '';
  try {
    const body = fieldsOf(form);
    const answer = await fetch(url, { method: 'POST', headers: ACCEPT, body, signal, redirect: 'manual' });
    if (answer.status >= 500) return 'away';
    const data: Partial<Outcome> & { readonly état?: number } = await answer.json();
    if (data.état === NO_SESSION) return 'expired';
    return data.outcome === undefined ? 'stopped' : (data as Outcome);
  } catch (error) {
    if (signal.aborted) return null;
    return error instanceof SyntaxError ? 'stopped' : 'away';
  }
}

function fieldsOf(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
  return fields;
}

function show({ outcome, beyond, status }: Outcome, places: Places): void {
  standAside(places.outcome);
  replace(places.outcome, outcome);
  replace(places.beyond, beyond);
  showSharing(places.beyond);
  tell(status, places.status, false);
}

/** A first result is put below the form where there is one column, so that nothing moves while typing. */
function standAside(place: HTMLElement): void {
  if (!place.querySelector('.result, .alert')) place.parentElement?.classList.add('is-live');
}

/** Opened details stay open. */
function replace(place: HTMLElement, html: string): void {
  const isOpen = detailsIn(place).map(({ open }) => open);
  place.innerHTML = html;
  for (const [index, details] of detailsIn(place).entries()) details.open = isOpen[index] ?? false;
}

function detailsIn(place: HTMLElement): HTMLDetailsElement[] {
  return [...place.querySelectorAll('details')];
}

/** The same words would be read aloud again. */
function tell(words: string, place: HTMLElement, isProblem: boolean): void {
  place.classList.toggle('is-problem', isProblem);
  if (place.textContent !== words) place.textContent = words;
}
