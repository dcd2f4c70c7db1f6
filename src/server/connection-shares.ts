import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { addressGroup } from '../users/address-group.ts';

/** The limits of connections. */
export interface ConnectionBounds {
  readonly inAll: number;
  /** Of one IPv4 address or one IPv6 /64; reverse proxies have no such limit. */
  readonly ofAddress: number;
}

/** The owner of connections: an address group. */
interface Holder {
  readonly name: string;
  readonly isFrontServer: boolean;
  open: number;
  /** Connections without a current request, the longest idle first. */
  readonly idle: Set<Socket>;
}

/**
 * Keeps the number of connections within its bounds. A newcomer takes the place of an idle connection: of its own address
 * when that has its share, else of the address with most idle ones, a front server last. Without any it is closed itself.
 */
export class ConnectionShares {
  readonly #bounds: ConnectionBounds;
  readonly #isFrontServer: (address: string) => boolean;
  readonly #holders = new Map<string, Holder>();
  readonly #holderOf = new Map<Socket, Holder>();

  constructor(bounds: ConnectionBounds, isFrontServer: (address: string) => boolean) {
    this.#bounds = bounds;
    this.#isFrontServer = isFrontServer;
  }

  /** Called for each new connection of a server. */
  readonly admit = (socket: Socket): void => {
    const holder = this.#holder(socket.remoteAddress ?? '');
    holder.open += 1;
    holder.idle.add(socket);
    this.#holderOf.set(socket, holder);
    socket.once('close', () => this.#release(socket));
    if (!holder.isFrontServer && holder.open > this.#bounds.ofAddress) this.#closeIdle(holder);
    else if (this.#holderOf.size > this.#bounds.inAll) this.#closeIdle(this.#mostIdle());
  };

  /** A connection is not idle while one of its requests is being handled. */
  watch(listener: RequestListener): RequestListener {
    return (req, res) => {
      const { socket } = req;
      this.#holderOf.get(socket)?.idle.delete(socket);
      res.once('close', () => this.#holderOf.get(socket)?.idle.add(socket));
      listener(req, res);
    };
  }

  #holder(address: string): Holder {
    const name = addressGroup(address);
    let holder = this.#holders.get(name);
    if (!holder) {
      holder = { name, isFrontServer: this.#isFrontServer(address), open: 0, idle: new Set() };
      this.#holders.set(name, holder);
    }
    return holder;
  }

  #mostIdle(): Holder | undefined {
    let most: Holder | undefined;
    for (const holder of this.#holders.values()) {
      if (holder.idle.size > 0 && (!most || goesBefore(holder, most))) most = holder;
    }
    return most;
  }

  #closeIdle(holder: Holder | undefined): void {
    for (const socket of holder?.idle ?? []) {
      this.#release(socket);
      socket.destroy();
      return;
    }
  }

  #release(socket: Socket): void {
    const holder = this.#holderOf.get(socket);
    if (!holder) return;
    this.#holderOf.delete(socket);
    holder.idle.delete(socket);
    holder.open -= 1;
    if (holder.open === 0) this.#holders.delete(holder.name);
  }
}

function goesBefore(one: Holder, other: Holder): boolean {
  if (one.isFrontServer !== other.isFrontServer) return other.isFrontServer;
  return one.idle.size > other.idle.size;
}
