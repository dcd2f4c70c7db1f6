import type { Response } from 'express';

/** A limit on the memory of all bodies that are being read or used. */
export class BodyRoom {
  readonly #bytes: number;
  #taken = 0;

  constructor(bytes: number) {
    this.#bytes = bytes;
  }

  /** False when the limit would be exceeded. */
  take(bytes: number): boolean {
    if (this.#taken + bytes > this.#bytes) return false;
    this.#taken += bytes;
    return true;
  }

  giveBack(bytes: number): void {
    this.#taken -= bytes;
  }
}

/** The memory that one request takes, until it is answered or its client has left. */
export class BodyClaim {
  readonly #room: BodyRoom;
  #taken = 0;
  #isOver = false;

  constructor(room: BodyRoom, res: Response) {
    this.#room = room;
    res.once('close', () => {
      this.#isOver = true;
      this.release();
    });
  }

  /** False when the limit would be exceeded, or nobody waits for the answer any more. */
  take(bytes: number): boolean {
    if (this.#isOver || !this.#room.take(bytes)) return false;
    this.#taken += bytes;
    return true;
  }

  /** Gives back a part. */
  giveBack(bytes: number): void {
    const given = Math.min(bytes, this.#taken);
    this.#room.giveBack(given);
    this.#taken -= given;
  }

  release(): void {
    this.giveBack(this.#taken);
  }
}
