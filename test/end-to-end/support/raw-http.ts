import { connect, type Socket } from 'node:net';

/** What an HTTP client library would refuse to send: bytes to a loopback port, and all that comes back. */
export function rawHttp(port: number, bytes: string | Uint8Array, patienceMs = 5_000): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = openSocket(port);
    let received = '';
    socket.setEncoding('latin1');
    socket.on('data', (text) => {
      received += text;
    });
    socket.setTimeout(patienceMs, () => socket.destroy());
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // The server may close before it has read everything.
      if (error.code === 'ECONNRESET' || error.code === 'EPIPE') resolve(received);
      else reject(error);
    });
    socket.on('close', () => resolve(received));
    socket.write(bytes);
  });
}

/** A connection for the test to use slowly. */
export function openSocket(port: number): Socket {
  return connect(port, '127.0.0.1');
}
