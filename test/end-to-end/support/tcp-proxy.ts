import { connect, createServer, type Server, type Socket } from 'node:net';

/** A wire between a client and a server that can be made slow, mute or broken. */
export interface TcpProxy {
  readonly port: number;
  /** Bytes wait this long, in both directions. */
  delay(milliseconds: number): void;
  /** Nothing passes any more in either direction, and nobody is told: a network that swallows. */
  stall(): void;
  /** Things pass again; those that waited go on. */
  resume(): void;
  /** Ends every connection with a reset. New ones are accepted. */
  reset(): void;
  /** Resets the next connection that sends this text, in the middle of it. */
  cutAt(text: string): void;
  /** Resets every connection and listens no more, until `open`. */
  close(): Promise<void>;
  open(): Promise<void>;
}

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
}

/** Starts a proxy to a loopback port. */
export async function startTcpProxy(target: number): Promise<TcpProxy> {
  const pairs = new Set<Pair>();
  let listener: Server;
  let port = 0;
  let wait = 0;
  let stalled = false;
  let cutText: string | null = null;

  function accept(client: Socket): void {
    const pair = { client, server: connect(target, '127.0.0.1') };
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      client.destroy();
      pair.server.destroy();
    };
    for (const socket of [client, pair.server]) {
      socket.on('error', end).on('close', end);
      if (stalled) socket.pause();
    }
    client.on('data', (bytes) => forward(bytes, pair.server, pair));
    pair.server.on('data', (bytes) => forward(bytes, client, null));
  }

  function forward(bytes: Buffer, to: Socket, sender: Pair | null): void {
    const cut = sender && cutText !== null ? bytes.indexOf(cutText) : -1;
    if (sender && cut >= 0) {
      cutText = null;
      to.write(bytes.subarray(0, cut + 1), () => resetPair(sender));
    } else if (wait > 0) {
      setTimeout(() => to.write(bytes), wait);
    } else {
      to.write(bytes);
    }
  }

  function resetPair({ client, server }: Pair): void {
    client.resetAndDestroy();
    server.resetAndDestroy();
  }

  function pauseAll(paused: boolean): void {
    stalled = paused;
    for (const { client, server } of pairs) {
      for (const socket of [client, server]) paused ? socket.pause() : socket.resume();
    }
  }

  async function open(): Promise<void> {
    listener = createServer(accept);
    await new Promise<void>((resolve) => listener.listen(port, '127.0.0.1', resolve));
    port = (listener.address() as { port: number }).port;
  }

  await open();
  return {
    port,
    open,
    delay(milliseconds) {
      wait = milliseconds;
    },
    stall: () => pauseAll(true),
    resume: () => pauseAll(false),
    reset() {
      for (const pair of pairs) resetPair(pair);
    },
    cutAt(text) {
      cutText = text;
    },
    async close() {
      for (const pair of pairs) resetPair(pair);
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}
