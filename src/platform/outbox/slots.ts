/** Lets so many in at once, the others in the order in which they came, until it is closed. */
export class Slots {
  private readonly waiting: ((entered: boolean) => void)[] = [];
  private closed = false;

  constructor(private free: number) {}

  /** Resolves with true when there is room, and the caller leaves afterwards; with false when it was closed first. */
  enter(): Promise<boolean> {
    if (this.closed) return Promise.resolve(false);
    if (this.free === 0) return new Promise((resolve) => this.waiting.push(resolve));
    this.free -= 1;
    return Promise.resolve(true);
  }

  leave(): void {
    const next = this.waiting.shift();
    if (next) next(true);
    else this.free += 1;
  }

  /** Nobody is let in any more, and whoever waits is told so. */
  close(): void {
    this.closed = true;
    for (const turnAway of this.waiting.splice(0)) turnAway(false);
  }
}
