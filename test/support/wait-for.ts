/**
 * The first truthy answer of `state`, asked every 20 ms. Tests wait for a state instead of sleeping; when it does not come
 * within `patience` ms, the error says what was awaited and the last answer or error.
 */
export async function waitFor<T>(what: string, state: () => T | Promise<T>, patience = 30_000): Promise<NonNullable<T>> {
  const giveUpAt = Date.now() + patience;
  let last: unknown;
  do {
    try {
      const answer = await state();
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  } while (Date.now() < giveUpAt);
  throw new Error(`Waited ${patience} ms for ${what}; the last answer was ${String(last)}.`);
}
