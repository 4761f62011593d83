/**
 * A small seeded generator of random numbers (mulberry32), the same on every machine. For fiction, never for secrets.
 */
export class Random {
  private state: number;

  /** `stream` gives independent sequences under one seed: person 17 is the same however many others are made. */
  constructor(seed: number, stream = 0) {
    this.state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b)) >>> 0;
    for (let warmUp = 0; warmUp < 4; warmUp += 1) this.next();
  }

  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number {
    return from + Math.floor((this.next() / 2 ** 32) * (to - from + 1));
  }

  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean {
    return this.int(1, 100) <= percent;
  }

  /** One of the items, each equally likely. The list must not be empty. */
  pick<T>(items: readonly T[]): T {
    return items[this.int(0, items.length - 1)] as T;
  }

  /** One of the keys, as likely as its share of the sum of the shares. */
  weighted<T extends string>(shares: Readonly<Record<T, number>>): T {
    const entries = Object.entries(shares) as [T, number][];
    let left = this.int(
      1,
      entries.reduce((sum, [, share]) => sum + share, 0),
    );
    for (const [key, share] of entries) {
      left -= share;
      if (left <= 0) return key;
    }
    throw new RangeError('The shares must be whole numbers of which one at least is above 0.');
  }

  /** `count` different items in random order, or all of them when there are fewer. */
  sample<T>(items: readonly T[], count: number): T[] {
    const rest = [...items];
    const taken: T[] = [];
    while (taken.length < count && rest.length > 0) taken.push(...rest.splice(this.int(0, rest.length - 1), 1));
    return taken;
  }

  private next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
}
