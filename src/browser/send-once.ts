/** Longer than a double click, and short enough to send again when a request was lost. */
const PAUSE_IN_MS = 2_000;

/** A form cannot be sent again right away: a double click would calculate twice. */
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
