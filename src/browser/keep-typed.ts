const KEY = 'typed';
const PASSWORD = 'password';

/**
 * The Back button of a page of errors, ours or the browser's, leads to the form as it was sent. Browsers do not restore
 * some fields. They are kept in this tab until the next page without errors.
 */
export function keepTyped(page: Document): void {
  const storage = storageOfTab();
  if (storage === null) return;
  const form = page.querySelector<HTMLFormElement>('#page-form');
  const kept = storage.getItem(KEY);
  if (page.querySelector('.status') === null) storage.removeItem(KEY);
  if (form && kept !== null && isReturn()) fillIn(form, new URLSearchParams(kept));
  form?.addEventListener('submit', () => storage.setItem(KEY, String(typedIn(form))));
}

/** Null in a frame of another site, where browsers have no storage. */
function storageOfTab(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

function isReturn(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.type === 'back_forward';
}

function typedIn(form: HTMLFormElement): URLSearchParams {
  const typed = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && name !== PASSWORD) typed.append(name, value);
  return typed;
}

/** Only if the form has every field that was sent: the other form has others. */
function fillIn(form: HTMLFormElement, typed: URLSearchParams): void {
  const fields = [...form.elements].filter((each) => isField(each)) as Field[];
  const names = new Set(fields.map(({ name }) => name));
  if (![...typed.keys()].every((name) => names.has(name))) return;
  for (const field of fields) put(field, typed.get(field.name));
}

type Field = HTMLInputElement | HTMLSelectElement;

function isField(element: Element): element is Field {
  return element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
}

function put(field: Field, typed: string | null): void {
  if (field.type === 'radio' || field.type === 'checkbox')
    (field as HTMLInputElement).checked = field.value === typed;
  else if (field.type !== PASSWORD && typed !== null) field.value = typed;
}
