/** What the store of all instances answers, or null when it does not: then this process counts alone. */
export async function unlessAway<T>(reply: Promise<T>): Promise<T | null> {
  try {
    return await reply;
  } catch {
    return null;
  }
}
