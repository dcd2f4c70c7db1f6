import { once } from 'node:events';
import type { Socket } from 'node:net';
import { openSocket } from '../../test/end-to-end/support/raw-http.ts';

const BYTE_EVERY_MS = 500;
const SLOW_HEAD = 'POST /do/calculer-impot HTTP/1.1\r\nHost: x\r\nContent-Length: 10000\r\n\r\n';

/** Connections that are there while something else is measured. */
export interface Crowd {
  /** How many the server has not closed. */
  readonly connected: () => number;
  readonly leave: () => void;
}

/** Connections that have asked once and stay open. */
export function idleCrowd(port: number, size: number): Promise<Crowd> {
  return gather(port, size, (socket) => {
    socket.write('GET /do/health/live HTTP/1.1\r\nHost: x\r\n\r\n');
  });
}

/** Clients of which one half sends its headers and the other its body a byte at a time. */
export async function slowCrowd(port: number, size: number): Promise<Crowd> {
  const sockets: Socket[] = [];
  const crowd = await gather(port, size, (socket, index) => {
    sockets.push(socket);
    socket.write(index % 2 ? SLOW_HEAD : 'GET /do/ HTTP/1.1\r\nX: ');
  });
  const timer = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write('x');
  }, BYTE_EVERY_MS);
  return {
    connected: crowd.connected,
    leave() {
      clearInterval(timer);
      crowd.leave();
    },
  };
}

async function gather(
  port: number,
  size: number,
  begin: (socket: Socket, index: number) => void,
): Promise<Crowd> {
  const sockets = Array.from({ length: size }, () => openSocket(port));
  for (const socket of sockets) socket.on('error', () => undefined).resume();
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  sockets.forEach(begin);
  return {
    connected: () => sockets.filter((socket) => socket.readyState === 'open').length,
    leave: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
}
