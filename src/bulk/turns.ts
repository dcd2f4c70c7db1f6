const waiting: (() => void)[] = [];

/**
 * Resolves when the caller may work on the next chunk. One waiting caller has its turn in each round of the event loop,
 * first come first served: with any number of batches and files, other requests wait for one chunk at most.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(callNext);
  });
}

function callNext(): void {
  waiting.shift()?.();
  // Not in this round: other callers may come in between.
  if (waiting.length > 0) setImmediate(callNext);
}
