/**
 * Collects the look-ups of one turn of the event loop and runs them together: one round trip instead of many. Equal
 * look-ups are run once; a look-up without a result gives null.
 */
export function batchLookups<A>(
  askAll: (questions: readonly string[]) => Promise<ReadonlyMap<string, A>>,
): (question: string) => Promise<A | null> {
  let waiting = new Map<string, PromiseWithResolvers<A | null>>();

  async function ask(): Promise<void> {
    const asked = waiting;
    waiting = new Map();
    try {
      const answers = await askAll([...asked.keys()]);
      for (const [question, { resolve }] of asked) resolve(answers.get(question) ?? null);
    } catch (error) {
      for (const { reject } of asked.values()) reject(error);
    }
  }

  return (question) => {
    if (waiting.size === 0) setImmediate(ask);
    const known = waiting.get(question) ?? Promise.withResolvers<A | null>();
    waiting.set(question, known);
    return known.promise;
  };
}
