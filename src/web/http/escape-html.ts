const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** An apostrophe needs no escape: the templates quote every attribute with `"` (a test checks it). */
export function escapeHtml(value: unknown): string {
  return String(value).replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
