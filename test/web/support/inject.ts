import type { RequestListener } from 'node:http';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { Duplex } from 'node:stream';

interface Asked {
  readonly method?: 'GET' | 'HEAD' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A form, or the bytes of the body. */
  readonly body?: Readonly<Record<string, string>> | string;
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** What an application answers to this machine, without a server or a port. */
export async function ask(application: RequestListener, asked: Asked): Promise<Answer> {
  const request = requestOf(asked);
  const response = new ServerResponse(request);
  const chunks: Buffer[] = [];
  const sink = new Duplex({
    read: () => undefined,
    write(chunk, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  response.assignSocket(sink as Socket);
  await new Promise((resolve, reject) => {
    response.on('finish', resolve).on('error', reject);
    application(request, response);
  });
  response.emit('close');
  return parsed(Buffer.concat(chunks).toString());
}

function requestOf({ method = 'GET', path, headers = {}, body }: Asked): IncomingMessage {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: '127.0.0.1' });
  const request = new IncomingMessage(socket);
  const isForm = typeof body === 'object';
  const bytes = Buffer.from(isForm ? String(new URLSearchParams(body)) : (body ?? ''));
  // HTTP/1.0 has no chunks, so that the answer can be read as it is.
  Object.assign(request, { method, url: path, httpVersion: '1.0', httpVersionMajor: 1, httpVersionMinor: 0 });
  Object.assign(request.headers, {
    ...(bytes.length > 0 && { 'content-length': String(bytes.length) }),
    ...(isForm && { 'content-type': 'application/x-www-form-urlencoded' }),
    ...headers,
  });
  request.push(bytes.length > 0 ? bytes : null);
  if (bytes.length > 0) request.push(null);
  return request;
}

function parsed(answer: string): Answer {
  const [head = '', ...rest] = answer.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = new Headers();
  for (const line of lines) headers.append(...splitAt(line, ': '));
  return { status: Number(first.split(' ')[1]), headers, text: rest.join('\r\n\r\n') };
}

function splitAt(line: string, separator: string): [string, string] {
  const at = line.indexOf(separator);
  return [line.slice(0, at), line.slice(at + separator.length)];
}
