import {
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { SECURITY_HEADERS } from '../web/http/security-headers.ts';

/** Headers of a refusal outside of the application. It ends the connection: the rest may be from another client. */
const HEADERS = new Map([...SECURITY_HEADERS, ['Cache-Control', 'no-store'], ['Connection', 'close']]);

/** The status of each error of the parser or the timer; any other is 400. */
const STATUS_OF: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/**
 * Refuses invalid requests in place of Node: Node's own refusals have no security headers, and it accepts a request with
 * two hosts.
 */
export class ProtocolRefusals {
  /** Only current answers: an idle connection must not keep its last request in memory. */
  readonly #answers = new WeakMap<Duplex, ServerResponse>();

  /** Accepts requests with one host; HTTP/1.0 needs none. */
  guard(listener: RequestListener): RequestListener {
    return (req, res) => {
      this.#follow(req, res);
      if (hasRightHost(req)) listener(req, res);
      else refuse(res, 400);
    };
  }

  /** Refuses an expectation other than "100-continue". */
  readonly expectation: RequestListener = (req, res) => {
    this.#follow(req, res);
    refuse(res, 417);
  };

  /** Handles invalid requests that never reach the application. */
  watch(server: Server): void {
    server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
      if (socket.writable && !this.#hasBegunToAnswer(socket))
        socket.end(refusal(STATUS_OF[error.code ?? ''] ?? 400));
      else socket.destroy();
    });
  }

  #follow({ socket }: IncomingMessage, res: ServerResponse): void {
    this.#answers.set(socket, res);
    res.once('close', () => {
      if (this.#answers.get(socket) === res) this.#answers.delete(socket);
    });
  }

  /** Whether a refusal would land in the middle of another answer. */
  #hasBegunToAnswer(socket: Duplex): boolean {
    return this.#answers.get(socket)?.headersSent === true;
  }
}

function hasRightHost({ rawHeaders, httpVersion }: IncomingMessage): boolean {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) if (isHost(rawHeaders[at] ?? '')) hosts += 1;
  return hosts === 1 || (hosts === 0 && httpVersion === '1.0');
}

const isHost = (name: string) => name.length === 4 && name.toLowerCase() === 'host';

function refuse(res: ServerResponse, status: number): void {
  res.setHeaders(HEADERS);
  res.writeHead(status).end();
}

function refusal(status: number): string {
  const lines = [...HEADERS].map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n`;
}
