interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers calls that arrive while an earlier batch is under way, and does them in one go. Nobody waits for a batch to fill:
 * a single call is done at once.
 */
export class Batch<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private busy = false;

  /**
   * `work` answers by item, and leaves out those without a result; a result is given to one caller, also when two ask for the
   * same. When it throws, all calls of its batch reject.
   */
  constructor(
    private readonly work: (items: readonly Item[]) => Promise<ReadonlyMap<Item, Result>>,
    private readonly most = 500,
  ) {}

  do(item: Item): Promise<Result | undefined> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (this.busy) return;
      this.busy = true;
      setImmediate(() => void this.drain());
    });
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) {
      const calls = this.waiting.splice(0, this.most);
      try {
        const results = new Map(await this.work(calls.map(({ item }) => item)));
        for (const { item, resolve } of calls) {
          resolve(results.get(item));
          results.delete(item);
        }
      } catch (error) {
        for (const { reject } of calls) reject(error);
      }
    }
    this.busy = false;
  }
}
