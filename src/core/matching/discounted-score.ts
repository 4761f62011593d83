import { CRITERIA } from '../requirement.js';
import { type Discount, FULL } from './backing.js';
import type { Layer, Layers } from './layer.js';
import { judgeRun, type RunValues } from './open-runs.js';
import type { CompiledRequest } from './request.js';
import { type RowScore, Score } from './score.js';
import { SIGNATURES } from './signature.js';
import type { Table } from './table.js';

/** A table with the layers beneath it. */
export interface LayeredTable {
  readonly table: Table;
  readonly layers: Layers;
}

/** Scores the rows of a table, with claims at what they are worth to the request. */
export function scoreOf({ table, layers }: LayeredTable, request: CompiledRequest): RowScore {
  const claimed = new Score(table, request);
  if (!request.discount) return claimed;
  const beneath = request.discount.layers.map(({ backing, adds }) => {
    const layer = layers.of(backing);
    return { score: new LayerScore(layer, new Score(table, request, layer), request), adds };
  });
  return new DiscountedScore(request, request.discount.claimed, claimed, beneath);
}

/** As `discounted` says it, for all criteria of a row. Never more than the claims give in full: the bounds of the kernel hold. */
class DiscountedScore implements RowScore {
  readonly values = new Int32Array(CRITERIA.length);
  private readonly weights: Int32Array;

  constructor(
    request: CompiledRequest,
    private readonly shares: Discount['claimed'],
    private readonly claimed: Score,
    private readonly beneath: readonly { readonly score: LayerScore; readonly adds: Int32Array }[],
  ) {
    this.weights = Int32Array.from(CRITERIA, (criterion) => request.weights[criterion]);
  }

  total(row: number, run: RunValues): number {
    const { values, weights } = this;
    this.claimed.total(row, run);
    add(values.fill(0), this.claimed.values, this.shares);
    for (const { score, adds } of this.beneath) add(values, score.valuesAt(row), adds);
    let total = 0;
    for (let place = 0; place < values.length; place++) {
      const value = Math.floor((values[place] as number) / FULL);
      values[place] = value;
      total += value * (weights[place] as number);
    }
    return total;
  }
}

/** Values of the rows of a layer. Their signatures are not those of the table, and judged when they first come up. */
class LayerScore {
  private readonly runs = new Array<RunValues | undefined>(SIGNATURES);

  constructor(
    private readonly layer: Layer,
    private readonly score: Score,
    private readonly request: CompiledRequest,
  ) {}

  valuesAt(row: number): Int32Array {
    const signature = this.layer.signatures[row] as number;
    this.runs[signature] ??= judgeRun(signature, this.request);
    this.score.total(row, this.runs[signature]);
    return this.score.values;
  }
}

function add(sums: Int32Array, values: Int32Array, times: Int32Array): void {
  for (let place = 0; place < sums.length; place++)
    sums[place] = (sums[place] as number) + (values[place] as number) * (times[place] as number);
}
