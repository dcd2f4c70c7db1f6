/** Searches a box of the return by a word or its code: the others are hidden meanwhile. */
export function searchBoxes(page: Document): void {
  const field = page.querySelector<HTMLInputElement>('#box-search');
  const place = field?.closest<HTMLElement>('.box-search');
  if (!field || !place) return;
  place.hidden = false;
  const nothing = place.querySelector<HTMLElement>('.box-search-nothing');
  const sections = [...page.querySelectorAll<HTMLDetailsElement>('.return-section')];
  const openBefore = new Map(sections.map((section) => [section, section.open]));

  field.addEventListener('input', () => {
    const words = plain(field.value);
    let found = 0;
    for (const section of sections) {
      const matches = [...section.querySelectorAll<HTMLElement>('[data-box]')].filter((box) => {
        box.hidden = !plain(box.textContent ?? '').includes(words);
        return !box.hidden;
      });
      found += matches.length;
      section.hidden = matches.length === 0;
      section.open = words === '' ? (openBefore.get(section) ?? false) : matches.length > 0;
    }
    if (nothing) nothing.hidden = found > 0;
  });
  // Enter would send the form.
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .trim();
}
