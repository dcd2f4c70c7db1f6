/** Stores bytes on the disk until their reader is ready. One call at a time. */
export interface Spool {
  /** False when there is no room, or the disk refuses: then nothing is stored. */
  write(bytes: Uint8Array): Promise<boolean>;
  /** The stored bytes in order; reading to the end makes room for more. */
  read(): AsyncIterable<Uint8Array>;
  /** Deletes the file, or reports why it cannot; never rejects. */
  close(): Promise<void>;
}
