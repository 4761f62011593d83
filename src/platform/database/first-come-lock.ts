/** Gives back what was acquired; calling it twice does nothing. */
export type Release = () => void;

/** A lock that is granted in the order in which it was asked for. */
export class FirstComeLock {
  private tail: Promise<void> = Promise.resolve();

  async acquire(): Promise<Release> {
    const before = this.tail;
    let release: Release = () => undefined;
    this.tail = new Promise<void>((resolve) => {
      release = resolve;
    });
    await before;
    return release;
  }
}
