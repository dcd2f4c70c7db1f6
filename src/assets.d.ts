/** Files that the bundle carries as text or bytes (build/assets.ts says which is which). */
declare module '*.mustache' {
  const text: string;
  export default text;
}
declare module '*?bundled' {
  /** A style sheet or script for the browser, with all that it imports (build/page-assets.ts). */
  const text: string;
  export default text;
}
declare module '*.svg' {
  const text: string;
  export default text;
}
declare module '*.yaml' {
  /** Parsed when the bundle is made. */
  const data: unknown;
  export default data;
}
declare module '*.ico' {
  const bytes: Uint8Array;
  export default bytes;
}
declare module '*.png' {
  const bytes: Uint8Array;
  export default bytes;
}
declare module '*.jpg' {
  const bytes: Uint8Array;
  export default bytes;
}
