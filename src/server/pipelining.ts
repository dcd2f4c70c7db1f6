import type { RequestListener, Server } from 'node:http';
import type { Socket } from 'node:net';

/** How many requests may wait for earlier answers on their connection. Beyond, the connection is closed. */
export interface PipeliningLimits {
  readonly ofConnection: number;
  readonly inAll: number;
}

/**
 * Handles one request of a connection at a time: the next once the system has taken the previous answer. A client may
 * send many at once and read nothing; Node would answer all of them into memory.
 */
export function inTurn(limits: PipeliningLimits): (listener: RequestListener) => RequestListener {
  const waiting = new WaitingRequests(limits);
  return (listener) => (req, res) => {
    // Node gives a response its connection when its turn comes.
    if (res.socket) return listener(req, res);
    const { socket } = req;
    if (!waiting.add(socket)) return socket.destroy();
    res.once('socket', () => {
      waiting.remove(socket);
      // Not at once: Node still uses the response, and other connections come first.
      setImmediate(() => {
        if (!socket.destroyed) listener(req, res);
      });
    });
  };
}

class WaitingRequests {
  readonly #limits: PipeliningLimits;
  readonly #ofConnections = new Map<Socket, number>();
  #inAll = 0;

  constructor(limits: PipeliningLimits) {
    this.#limits = limits;
  }

  /** False when the request may not wait. */
  add(socket: Socket): boolean {
    if (socket.destroyed) return false;
    const ofConnection = this.#ofConnections.get(socket);
    if (ofConnection === undefined) socket.once('close', () => this.#forget(socket));
    const isFull = (ofConnection ?? 0) >= this.#limits.ofConnection || this.#inAll >= this.#limits.inAll;
    this.#change(socket, isFull ? 0 : 1);
    return !isFull;
  }

  remove(socket: Socket): void {
    if (this.#ofConnections.has(socket)) this.#change(socket, -1);
  }

  #change(socket: Socket, by: number): void {
    this.#ofConnections.set(socket, (this.#ofConnections.get(socket) ?? 0) + by);
    this.#inAll += by;
  }

  #forget(socket: Socket): void {
    this.#inAll -= this.#ofConnections.get(socket) ?? 0;
    this.#ofConnections.delete(socket);
  }
}

/** Room for 80 of the shortest requests. An ordinary request is one chunk. */
const CHUNK_BYTES = 2_048;

/**
 * Passes data to the parser in chunks, so that it can be stopped. Node parses all of a read at once, up to 2,500 requests
 * in 64 kB, and keeps them until it has closed the connection.
 */
export function parseInChunks(server: Server): void {
  server.on('connection', (socket: Socket) => {
    const parsers = socket.listeners('data');
    const parse = (bytes: Buffer) => {
      for (const parser of parsers) parser(bytes);
    };
    socket.on('data', (bytes: Buffer) => {
      if (bytes.length <= CHUNK_BYTES) return parse(bytes);
      for (let start = 0; start < bytes.length && !socket.destroyed; start += CHUNK_BYTES) {
        // The application takes no more of a body for now.
        if (socket.isPaused()) return socket.unshift(bytes.subarray(start));
        parse(bytes.subarray(start, start + CHUNK_BYTES));
      }
    });
    for (const parser of parsers) socket.off('data', parser as (bytes: Buffer) => void);
  });
}
