import { expect, it } from 'vitest';
import { PortError } from '../../src/server/listen.ts';
import { explainPort } from '../../src/server/port-failure.ts';

const RESERVED = 'netsh interface ipv4 show excludedportrange protocol=tcp';

it.each([
  ['EADDRINUSE', 5000, 'win32', 'netstat -ano | findstr :5000'],
  ['EADDRINUSE', 5000, 'linux', "ss -ltnp 'sport = :5000'"],
  ['EACCES', 5000, 'win32', RESERVED],
  ['EACCES', 80, 'win32', RESERVED],
  ['EACCES', 80, 'linux', '1024'],
  ['EACCES', 80, 'darwin', '1024'],
  ['EACCES', 5000, 'linux', 'EACCES'],
  ['EADDRNOTAVAIL', 80, 'linux', 'EADDRNOTAVAIL'],
] as const)('%s on port %i of %s says %s', (code, port, platform, said) => {
  const error = new PortError('127.0.0.1', port, Object.assign(new Error(), { code }));
  for (const language of ['fr', 'en'] as const) {
    const text = explainPort(error, { language, platform });
    expect(text).toContain(said);
    expect(text).toContain('server.port');
    expect(text).toContain(String(port));
  }
});
