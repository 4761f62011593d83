/** The best few of many rows: a heap whose worst stands in front. */
import * as at from '../../../src/core/matching/kernel-layout';
import { indexOf, total } from './score';

export let kept: i32 = 0;
/** What a total must reach by now. */
export let needed: f64 = 0;
let size: i32 = 0;

/** Forgets everybody, and keeps so many of those that reach `least`. */
export function keep(most: i32, least: f64): void {
  kept = 0;
  size = most;
  needed = least;
}

/** The key is a total and, below it, what is higher for a lower roster number. */
export function offer(key: u64, row: i32, run: usize): void {
  if (kept < size) {
    let place = kept++;
    for (; place > 0 && keyAt((place - 1) >> 1) > key; place = (place - 1) >> 1) move((place - 1) >> 1, place);
    put(place, key, row, run);
  } else if (key > keyAt(0)) sink(key, row, run);
  if (kept === size) needed = max(needed, <f64>(keyAt(0) >> 32));
}

function sink(key: u64, row: i32, run: usize): void {
  let place = 0;
  for (let child = 1; child < kept; child = 2 * place + 1) {
    if (child + 1 < kept && keyAt(child + 1) < keyAt(child)) child++;
    if (keyAt(child) >= key) break;
    move(child, place);
    place = child;
  }
  put(place, key, row, run);
}

function keptAt(place: i32): usize {
  return at.KEPT_AT + (place << 4);
}

function keyAt(place: i32): u64 {
  return load<u64>(keptAt(place));
}

function move(from: i32, to: i32): void {
  v128.store(keptAt(to), v128.load(keptAt(from)));
}

function put(place: i32, key: u64, row: i32, run: usize): void {
  store<u64>(keptAt(place), key);
  store<i32>(keptAt(place), row, 8);
  store<u32>(keptAt(place), <u32>run, 12);
}

/** Writes out the heap from its worst, last place first. */
export function tell(): i32 {
  const found = kept;
  while (kept > 0) {
    const key = keyAt(0);
    const row = load<i32>(keptAt(0), 8);
    const run = <usize>load<u32>(keptAt(0), 12);
    const told = <usize>(at.TOLD_AT + (kept - 1) * at.TOLD * 4);
    total(row, run, told + 16);
    store<u32>(told, <u32>(key >> 32));
    store<u32>(told, 0xffff_ffff - <u32>key, 4);
    store<i32>(told, row, 8);
    store<u32>(told, indexOf(run), 12);
    kept--;
    sink(keyAt(kept), load<i32>(keptAt(kept), 8), <usize>load<u32>(keptAt(kept), 12));
  }
  return found;
}
