/** The buttons that copy the link of a calculation and print it. */
export function share(page: Document): void {
  showSharing(page);
  page.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('[data-copies], [data-prints]');
    if (button?.dataset.copies) void copy(page, button);
    else if (button) window.print();
  });
}

/** The buttons are hidden without scripts, also in each updated result. */
export function showSharing(place: ParentNode): void {
  for (const button of place.querySelectorAll<HTMLElement>('[data-copies], [data-prints]'))
    button.hidden = false;
}

/** Pages over plain HTTP may not write to the clipboard: the link is selected, and people copy it. */
async function copy(page: Document, button: HTMLElement): Promise<void> {
  const field = page.querySelector<HTMLInputElement>(`#${button.dataset.copies}`);
  if (!field) return;
  field.select();
  const isCopied = await write(field.value);
  const { copied = '', notCopied = '' } = button.dataset;
  page.querySelector('[data-copy-outcome]')?.replaceChildren(isCopied ? copied : notCopied);
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
