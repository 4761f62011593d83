/**
 * Keeps the best few of many rows: higher total first, then the lower row. A heap of fixed size whose worst stands in
 * front; total and row are one number, so that a comparison is one comparison and nothing is allocated.
 */
export class Best {
  private readonly heap: Float64Array;
  private size = 0;

  /** Keys stay exact while totals (at most 1,000,000) × rows is below 2^53. */
  constructor(
    keep: number,
    private readonly rows: number,
  ) {
    this.heap = new Float64Array(Math.min(keep, rows));
  }

  offer(total: number, row: number): void {
    const key = total * this.rows + (this.rows - 1 - row);
    if (this.size < this.heap.length) this.rise(this.size++, key);
    else if (this.size > 0 && key > (this.heap[0] as number)) this.sink(key);
  }

  /** Rows kept, best first. */
  inOrder(): number[] {
    return [...this.heap.subarray(0, this.size)].sort((a, b) => b - a).map((key) => this.rows - 1 - (key % this.rows));
  }

  private rise(from: number, key: number): void {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if ((this.heap[parent] as number) <= key) break;
      this.heap[place] = this.heap[parent] as number;
      place = parent;
    }
    this.heap[place] = key;
  }

  private sink(key: number): void {
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= this.size) break;
      if (child + 1 < this.size && (this.heap[child + 1] as number) < (this.heap[child] as number)) child++;
      if ((this.heap[child] as number) >= key) break;
      this.heap[place] = this.heap[child] as number;
      place = child;
    }
    this.heap[place] = key;
  }
}
