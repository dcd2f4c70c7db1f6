/**
 * Collects the questions of one turn of the event loop and asks them together: one round trip instead of many. A
 * question that several ask is asked once; one without an answer is answered with null.
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
