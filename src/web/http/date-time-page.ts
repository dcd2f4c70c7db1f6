import type { RequestListener, ServerResponse } from 'node:http';

/** The page of `tax-server date-time`, on the alias and, for an Apache that strips it, on `/`. */
export function dateTimePage(alias: string, now: () => Date): RequestListener {
  const paths = new Set(['/', alias, `${alias}/`]);
  return (req, res) => {
    const [path = ''] = (req.url ?? '').split('?', 1);
    if (!paths.has(path)) send(res, 404, 'text/plain', 'Page inconnue\n');
    else send(res, 200, 'text/html', page(shortDateTime(now())));
  };
}

function send(res: ServerResponse, status: number, type: string, text: string): void {
  res.writeHead(status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'",
  });
  res.end(text);
}

/** `23/11/26 08:05:09`, local time. */
export function shortDateTime(date: Date): string {
  const two = (number: number) => String(number % 100).padStart(2, '0');
  const day = [date.getDate(), date.getMonth() + 1, date.getFullYear()].map(two).join('/');
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}

function page(time: string): string {
  return `<!DOCTYPE html>
<html lang="fr">
<head><meta charset="utf-8"><title>Date et heure</title></head>
<body><p>Aujourd'hui, nous sommes le <time>${time}</time></p></body>
</html>
`;
}
