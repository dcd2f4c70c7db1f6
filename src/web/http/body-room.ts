import type { Response } from 'express';

/** Memory for bodies that are being read or used, so many bytes for all of them. */
export class BodyRoom {
  readonly #bytes: number;
  #taken = 0;

  constructor(bytes: number) {
    this.#bytes = bytes;
  }

  /** False when there is no room for so many bytes. */
  take(bytes: number): boolean {
    if (this.#taken + bytes > this.#bytes) return false;
    this.#taken += bytes;
    return true;
  }

  giveBack(bytes: number): void {
    this.#taken -= bytes;
  }
}

/** What one request takes of a room, until it is answered or its client is gone. */
export class BodyClaim {
  readonly #room: BodyRoom;
  #taken = 0;

  constructor(room: BodyRoom, res: Response) {
    this.#room = room;
    res.once('close', () => this.release());
  }

  /** False when there is no room for so many bytes more. */
  take(bytes: number): boolean {
    if (!this.#room.take(bytes)) return false;
    this.#taken += bytes;
    return true;
  }

  release(): void {
    this.#room.giveBack(this.#taken);
    this.#taken = 0;
  }
}
