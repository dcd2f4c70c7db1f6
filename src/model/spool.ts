/** Keeps bytes on the disk for a reader who is not ready yet. One call at a time. */
export interface Spool {
  /** False when there is no room, or the disk refuses: then nothing is kept. */
  write(bytes: Uint8Array): Promise<boolean>;
  /** What has been kept, in its order; read to the end, it makes room for more. */
  read(): AsyncIterable<Uint8Array>;
  /** Deletes the file, or reports why it stays; never rejects. */
  close(): Promise<void>;
}
