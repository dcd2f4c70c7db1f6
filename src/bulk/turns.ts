const waiting: (() => void)[] = [];

/**
 * Resolves when the caller may work on the next chunk of many households. Of all that wait, one has its turn in each round
 * of the event loop, first come first served: however many batches and files there are, other requests wait for one chunk
 * at most.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(callNext);
  });
}

function callNext(): void {
  waiting.shift()?.();
  // Not in this round: whoever waits meanwhile comes in between.
  if (waiting.length > 0) setImmediate(callNext);
}
