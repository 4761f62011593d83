const NUMBERS = 2 ** 32;

/** One of the best: its total, its roster number and the row that it was offered with. */
export interface Kept {
  readonly total: number;
  readonly number: number;
  readonly row: number;
}

/**
 * Keeps the best few of many rows, in whatever order they come: higher total first, then the lower roster number. A heap
 * of fixed size whose worst stands in front; total and number are one number, so that a comparison is one comparison and
 * nothing is allocated.
 */
export class Best {
  private readonly heap: Float64Array;
  private readonly rows: Float64Array;
  private size = 0;
  private least: number;

  /** Keys stay exact: totals are at most 1,000,000 and numbers below 2^32, together below 2^53. */
  constructor(keep: number) {
    this.heap = new Float64Array(keep);
    this.rows = new Float64Array(keep);
    this.least = keep === 0 ? Number.POSITIVE_INFINITY : 0;
  }

  /** What a total must reach to be kept: 0 while there is room, Infinity when nothing is to be kept. */
  get needed(): number {
    return this.least;
  }

  /** How many it keeps. */
  get room(): number {
    return this.heap.length;
  }

  offer(total: number, number: number, row: number): void {
    const key = total * NUMBERS + (NUMBERS - 1 - number);
    if (this.size < this.heap.length) this.rise(this.size++, key, row);
    else if (this.size > 0 && key > (this.heap[0] as number)) this.sink(key, row);
    else return;
    if (this.size === this.heap.length) this.least = Math.floor((this.heap[0] as number) / NUMBERS);
  }

  /** Takes out everybody it keeps, best first. */
  inOrder(): Kept[] {
    const kept = new Array<Kept>(this.size);
    while (this.size > 0) {
      const [key, row] = [this.heap[0] as number, this.rows[0] as number];
      this.size--;
      kept[this.size] = { total: Math.floor(key / NUMBERS), number: NUMBERS - 1 - (key % NUMBERS), row };
      if (this.size > 0) this.sink(this.heap[this.size] as number, this.rows[this.size] as number);
    }
    return kept;
  }

  private rise(from: number, key: number, row: number): void {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if ((this.heap[parent] as number) <= key) break;
      this.move(parent, place);
      place = parent;
    }
    this.put(place, key, row);
  }

  private sink(key: number, row: number): void {
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= this.size) break;
      if (child + 1 < this.size && (this.heap[child + 1] as number) < (this.heap[child] as number)) child++;
      if ((this.heap[child] as number) >= key) break;
      this.move(child, place);
      place = child;
    }
    this.put(place, key, row);
  }

  private move(from: number, to: number): void {
    this.put(to, this.heap[from] as number, this.rows[from] as number);
  }

  private put(place: number, key: number, row: number): void {
    this.heap[place] = key;
    this.rows[place] = row;
  }
}
