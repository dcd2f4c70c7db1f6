import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type ConnectionBounds, ConnectionShares } from './connection-shares.ts';
import { inTurn, type PipeliningLimits, parseInChunks } from './pipelining.ts';
import { ProtocolRefusals } from './protocol-refusals.ts';

/** The server cannot listen on the address. */
export class PortError extends Error {
  override readonly name = 'PortError';
  readonly code: string;
  readonly host: string;
  readonly port: number;

  constructor(host: string, port: number, cause: NodeJS.ErrnoException) {
    super(`cannot listen on ${host}:${port} (${cause.code})`, { cause });
    this.code = cause.code ?? '';
    this.host = host;
    this.port = port;
  }
}

/** Time limits of connections in milliseconds, and how many there may be. */
interface ConnectionLimits {
  readonly keepAliveTimeout: number;
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  /** How long a client may leave waiting data unread. */
  readonly takingTimeout: number;
  /** The time between checks for requests that take too long. */
  readonly connectionsCheckingInterval: number;
  /** Connections that the system queues for us; further clients try again after a second. */
  readonly backlog: number;
  readonly connections: ConnectionBounds;
  readonly pipelining: PipeliningLimits;
}

export const LIMITS: ConnectionLimits = {
  // A reverse proxy keeps idle connections for about a minute: we must not close one that it is about to use.
  keepAliveTimeout: 75_000,
  headersTimeout: 80_000,
  // For large files: 512 MB in this time are 14 megabits a second.
  requestTimeout: 300_000,
  takingTimeout: 60_000,
  connectionsCheckingInterval: 30_000,
  backlog: 4_096,
  // More than a reverse proxy opens. Many people share an address, but one address must not take all.
  connections: { inAll: 10_000, ofAddress: 2_500 },
  // Each takes about 5 kB, and at most what one read of the connection brought: 64 kB.
  pipelining: { ofConnection: 32, inAll: 2_000 },
};

export interface Listening {
  readonly http: Server;
  /** The port in use, also when any free one was requested. */
  readonly port: number;
}

/**
 * @param isFrontServer whether an address's connections bring the requests of many clients
 * @throws {PortError}
 */
export async function listen(
  listener: RequestListener,
  host: string,
  port: number,
  limits: ConnectionLimits = LIMITS,
  isFrontServer: (address: string) => boolean = () => false,
): Promise<Listening> {
  const { connections, takingTimeout, pipelining, backlog, ...timeouts } = limits;
  const shares = new ConnectionShares(connections, isFrontServer);
  const refusals = new ProtocolRefusals();
  const turns = inTurn(pipelining);
  const handling = (handler: RequestListener) => turns(shares.watch(handler));
  const server = createServer({ ...timeouts, requireHostHeader: false }, handling(refusals.guard(listener)));
  server.on('checkExpectation', handling(refusals.expectation));
  server.on('connection', shares.admit);
  refusals.watch(server);
  parseInChunks(server);
  server.setTimeout(takingTimeout, (socket) => endWhenNothingIsTaken(socket, takingTimeout));
  await new Promise<void>((resolve, reject) => {
    // The listener stays: a connection that cannot be accepted later, for lack of handles, must not end the server.
    server.on('error', (error) => reject(new PortError(host, port, error)));
    server.listen({ port, host, backlog }, resolve);
  });
  return { http: server, port: (server.address() as AddressInfo).port };
}

/**
 * Ends a connection on which nothing has moved for a while although something waits for the client: what holds the answer,
 * memory or the disk, is there for others too. A client that pauses in sending is left to the other time-outs; one that
 * keeps an idle connection has the longer time that Node has set meanwhile, which is over.
 */
function endWhenNothingIsTaken(socket: Socket, takingTimeout: number): void {
  const isIdle = socket.timeout !== takingTimeout;
  if (isIdle) socket.destroy();
  // Also discards what the system has buffered for the client.
  else if (socket.writableLength > 0) socket.resetAndDestroy();
}

interface Drain {
  /** How long requests are still accepted, so that a balancer can switch to other instances first. */
  readonly noticeMs: number;
  /** How long current requests may take to finish. */
  readonly drainMs: number;
}

/** Accepts requests for the time of notice, each on its last connection; then none, and waits for current ones to finish. */
export async function drain(server: Server, { noticeMs, drainMs }: Drain): Promise<void> {
  server.prependListener('request', (_req, res) => res.setHeader('Connection', 'close'));
  if (noticeMs > 0) await wait(noticeMs);
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  const lateness = setTimeout(() => server.closeAllConnections(), drainMs);
  await closed;
  clearTimeout(lateness);
}
