/** Work that is done in pieces of some milliseconds. */
export type Steps<T> = Generator<undefined, T>;

/** Does all pieces one after another. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Lets whoever waits meanwhile have a `pause` after each piece. */
export async function gradually<T>(steps: Steps<T>, pause: () => Promise<void>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await pause();
  }
}
