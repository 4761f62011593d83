/** The demo found something that is not as it should be. The message is a sentence for whoever watches. */
export class DemoFailure extends Error {
  override readonly name = 'DemoFailure';
}

/** Goes on only when it holds; otherwise the demo ends with the sentence. */
export function must(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new DemoFailure(otherwise);
}

/** The value, or the end of the demo with the sentence. */
export function found<T>(value: T | null | undefined, otherwise: string): T {
  if (value === null || value === undefined) throw new DemoFailure(otherwise);
  return value;
}
