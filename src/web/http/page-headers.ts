import type { Application } from 'express';

const PAGE_HEADERS = 'page headers';

type Headers = Readonly<Record<string, string>>;

/** Allows these origins to show our pages in a frame; without origins, nobody may. */
export function setUpFrames(application: Application, ancestors: readonly string[]): void {
  application.set(PAGE_HEADERS, pageHeaders(ancestors));
}

/** The headers of an application's pages, besides those of every answer. */
export function pageHeadersOf(application: Application): Headers {
  return application.get(PAGE_HEADERS) ?? unframed;
}

/** What a page may load, and where its forms may go: this server only. `data:` is for Bootstrap's own icons. */
function pageHeaders(ancestors: readonly string[]): Headers {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${ancestors.length > 0 ? ancestors.join(' ') : "'none'"}`,
  ];
  return {
    Vary: 'Accept-Encoding, Accept-Language, Cookie',
    'Content-Security-Policy': policy.join('; '),
    // This header cannot list origins.
    ...(ancestors.length === 0 && { 'X-Frame-Options': 'DENY' }),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  };
}

const unframed = pageHeaders([]);
