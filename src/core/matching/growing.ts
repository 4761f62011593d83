/** A list of whole numbers that grows as it is filled: a plain array of a million rows would take many times the memory. */
export class Growing<A extends Uint8Array | Uint16Array | Uint32Array | Int32Array> {
  private items: A;
  private count = 0;

  constructor(private readonly make: (length: number) => A) {
    this.items = make(64);
  }

  get length(): number {
    return this.count;
  }

  push(item: number): void {
    if (this.count === this.items.length) {
      const larger = this.make(2 * this.count);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.count++] = item;
  }

  at(index: number): number {
    return this.items[index] as number;
  }

  /** A copy that takes no more room than it needs. */
  copy(): A {
    return this.items.slice(0, this.count) as A;
  }
}
