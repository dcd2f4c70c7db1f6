/** The words of a page as a person reads them: no tags, single spaces. */
export function text(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/[ \n]+/g, ' ')
    .trim();
}
