/** Longer than a double click, shorter than the patience of somebody whose request was lost. */
const PAUSE_IN_MS = 2_000;

/** A form is not sent again right after it was sent: a double click would calculate twice. */
export function sendOnce(page: Document): void {
  page.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (form.ariaBusy === 'true') {
      event.preventDefault();
      return;
    }
    form.ariaBusy = 'true';
    setTimeout(() => {
      form.ariaBusy = null;
    }, PAUSE_IN_MS);
  });
}
