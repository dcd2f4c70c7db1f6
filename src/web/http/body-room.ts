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
  #isOver = false;

  constructor(room: BodyRoom, res: Response) {
    this.#room = room;
    res.once('close', () => {
      this.#isOver = true;
      this.release();
    });
  }

  /** False when there is no room for so many bytes more, or nobody waits for the answer any more. */
  take(bytes: number): boolean {
    if (this.#isOver || !this.#room.take(bytes)) return false;
    this.#taken += bytes;
    return true;
  }

  /** Some of what it has taken. */
  giveBack(bytes: number): void {
    const given = Math.min(bytes, this.#taken);
    this.#room.giveBack(given);
    this.#taken -= given;
  }

  release(): void {
    this.giveBack(this.#taken);
  }
}
