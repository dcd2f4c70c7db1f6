import type { Language } from '../model/language.ts';
import type { ProcessContext } from '../model/process-context.ts';
import type { PortError } from './listen.ts';

/** Lower ports are for administrators, except on Windows. */
const FIRST_FREE_PORT = 1024;

type Reason = 'taken' | 'reserved' | 'privileged' | 'other';
type WordingOf = (error: PortError, platform: NodeJS.Platform) => string;

/** The command that shows which program uses a port. */
function whoHolds(port: number, platform: NodeJS.Platform): string {
  return platform === 'win32' ? `netstat -ano | findstr :${port}` : `ss -ltnp 'sport = :${port}'`;
}

/** The command that shows the ports reserved by Windows. */
const SHOW_RESERVED = 'netsh interface ipv4 show excludedportrange protocol=tcp';

const texts: Readonly<Record<Language, Readonly<Record<Reason, WordingOf>>>> = {
  fr: {
    taken: ({ host, port }, platform) => `Le port ${port} de ${host} est déjà pris par un autre programme.
  Choisissez-en un autre : server.port dans config.yaml, ou --port N.
  Qui le tient : ${whoHolds(port, platform)}`,
    reserved: ({ host, port }) => `Windows refuse le port ${port} de ${host} : il l'a réservé
  (Hyper-V, WSL et Docker en réservent des plages), ou un programme le tient seul.
  Les plages réservées : ${SHOW_RESERVED}
  Choisissez un port qui n'y est pas : server.port dans config.yaml, ou --port N.`,
    privileged: ({
      host,
      port,
    }) => `Le port ${port} de ${host} est réservé à l'administrateur, comme tous ceux au-dessous de ${FIRST_FREE_PORT}.
  Choisissez-en un à partir de ${FIRST_FREE_PORT} : server.port dans config.yaml, ou --port N.
  Pour répondre sur le port ${port}, placez un serveur web devant : tax-server apache-config.`,
    other: ({ host, port, code }) => `Impossible d'écouter sur ${host}:${port} (${code}).
  Vérifiez server.host et server.port dans config.yaml, ou --host et --port.`,
  },
  en: {
    taken: ({ host, port }, platform) => `Port ${port} of ${host} is taken by another program.
  Choose another one: server.port in config.yaml, or --port N.
  Who holds it: ${whoHolds(port, platform)}`,
    reserved: ({ host, port }) => `Windows refuses port ${port} of ${host}: it has reserved it
  (Hyper-V, WSL and Docker reserve whole ranges), or a program holds it for itself.
  The reserved ranges: ${SHOW_RESERVED}
  Choose a port outside of them: server.port in config.yaml, or --port N.`,
    privileged: ({
      host,
      port,
    }) => `Port ${port} of ${host} is for the administrator, as are all below ${FIRST_FREE_PORT}.
  Choose one from ${FIRST_FREE_PORT} on: server.port in config.yaml, or --port N.
  To answer on port ${port}, put a web server in front: tax-server apache-config.`,
    other: ({ host, port, code }) => `Cannot listen on ${host}:${port} (${code}).
  Check server.host and server.port in config.yaml, or --host and --port.`,
  },
};

function reasonOf({ code, port }: PortError, platform: NodeJS.Platform): Reason {
  if (code === 'EADDRINUSE') return 'taken';
  if (code !== 'EACCES') return 'other';
  if (platform === 'win32') return 'reserved';
  return port < FIRST_FREE_PORT ? 'privileged' : 'other';
}

/** Why the server cannot listen on an address, and what to do. */
export function explainPort(
  error: PortError,
  { language, platform }: Pick<ProcessContext, 'language' | 'platform'>,
): string {
  return texts[language][reasonOf(error, platform)](error, platform);
}
