/** How long a button confirms that it has copied, in milliseconds. */
const SAID_FOR_MS = 2_000;

/** Adds a button to each command and example that copies it. Browsers allow that over HTTPS and on the machine itself only. */
export function copyCode(page: Document): void {
  const container = page.querySelector<HTMLElement>('[data-copy]');
  const { copy, copied } = container?.dataset ?? {};
  if (!container || !copy || !copied || !window.isSecureContext) return;
  for (const block of container.querySelectorAll('pre')) {
    const code = block.textContent ?? '';
    const button = page.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = copy;
    button.ariaLive = 'polite';
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(code);
      button.textContent = copied;
      setTimeout(() => {
        button.textContent = copy;
      }, SAID_FOR_MS);
    });
    block.prepend(button);
  }
}
