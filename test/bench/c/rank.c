/*
 * The same question in C, as the limit of what this machine can do: the columns, gates, upper bounds, scores and way of the engine,
 * compiled for this processor with the widest vectors it has. Reads a table once from the file it is given, then requests
 * from its input; for each it prints nanoseconds and the best as "number:total". Who misses which gate is not its question: the engine reads
 * that from tallies. Layouts: c-program.ts beside this folder.
 */
#include <immintrin.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#if !defined(COLUMNS) || !defined(WORTHS) || !defined(COUNTRY_CELLS) || !defined(DESIRED_BITS) || !defined(HUMAN_RIGHTS_BITS) || !defined(SKILLS_BITS)
#error "give -DCOLUMNS=…, and what kernel-layout.ts says of records and cells: see c-program.ts"
#endif
#define MOST_COUNTRIES (WORTHS - COUNTRY_CELLS)
#define TOP 50
/* As in src/core/matching/kernel-layout.ts: columns between two looks, and what is looked at beforehand. */
#define GROUP 4
#define EARLY 2
#define STRIDE 16
#define SPARE 6
#define SAMPLED 4096

#include "vectors.h"
#define BLOCKS (WIDTH / 16)

typedef struct { int32_t count, whole, columns[COLUMNS], points[COLUMNS * 16]; } Lookup;
typedef struct {
  int32_t minimum_days, needs_field, essential[3], education_days[3], experience_whole, knowledge_whole, weights[8];
  int32_t themes_whole, desired_whole;
  Lookup required;
  uint32_t worths[WORTHS];
  double unit;
  int32_t country_points, bound_count, bound_columns[COLUMNS], bound_rest[COLUMNS];
  uint8_t bound_points[COLUMNS * 16], gate_points[COLUMNS * 16];
} Request;
typedef struct { uint32_t number, human_rights : HUMAN_RIGHTS_BITS, humanitarian : 32 - HUMAN_RIGHTS_BITS, cells; uint16_t field; uint8_t skills : SKILLS_BITS, trainings : 8 - SKILLS_BITS, context; } Record;
typedef struct { uint32_t signature, start, end; } Run;
typedef struct { uint32_t rows, stride, runs, cells; } Header;

static Header table;
static uint8_t *levels;
static Record *records;
/* The human-rights days of every 64th row. */
static int32_t *fences;
static uint16_t *cells;
/* By country, bits of the rows with any days there; and those of the request's countries together. */
static uint64_t *been[MOST_COUNTRIES], *near;
static Run *runs;
static Request request;

static int64_t heap[TOP], at_least;
static int kept, keep;

static void offer(int64_t total, uint32_t number) {
  int64_t key = total * 4294967296LL + (4294967295LL - number);
  int place = 0;
  if (total < at_least) return;
  if (kept < keep) {
    for (place = kept++; place > 0 && heap[(place - 1) / 2] > key; place = (place - 1) / 2) heap[place] = heap[(place - 1) / 2];
  } else {
    if (key <= heap[0]) return;
    for (int child; (child = 2 * place + 1) < keep; place = child) {
      if (child + 1 < keep && heap[child + 1] < heap[child]) child++;
      if (heap[child] >= key) break;
      heap[place] = heap[child];
    }
  }
  heap[place] = key;
}

static int64_t needed(void) { return kept < keep ? at_least : heap[0] >> 32; }

static int64_t value(int64_t part, int64_t whole) { return 10000 * part / whole; }
static int64_t least_of(int64_t a, int64_t b) { return a < b ? a : b; }

static int64_t counted(int32_t human_rights) {
  int64_t days = (int64_t)human_rights - request.minimum_days;
  return days < 0 ? 0 : least_of(days, request.experience_whole);
}
static int64_t beyond(uint32_t row) { return counted(records[row].human_rights); }

static int64_t total_of(uint32_t row, int steps) {
  const int32_t *w = request.weights;
  const Record *record = records + row;
  const uint16_t *cell = cells + record->cells, *last = cells + record[1].cells;
  uint32_t both = 0, days = 0;
  for (; cell < last && *cell < COUNTRY_CELLS; cell++) both += request.worths[*cell];
  for (; cell < last; cell += 2) days += cell[1] * request.worths[*cell];
  return w[0] * value(both >> DESIRED_BITS, request.themes_whole) + w[1] * value(beyond(row), request.experience_whole) +
         w[2] * value(both & ((1 << DESIRED_BITS) - 1), request.desired_whole) + w[3] * value(steps, request.knowledge_whole) +
         w[4] * value(record->field, 1826) + w[5] * value(least_of(days, 1460), 1460) + w[6] * value(record->skills, 8) +
         w[7] * value(record->trainings, 4);
}

static uint32_t rows_of(uint64_t low, uint64_t high, int block) {
  return (uint32_t)(low >> (16 * block) & 0xffff) | (uint32_t)(high >> (16 * block) & 0xffff) << 16;
}

static void gather(uint32_t first, uint32_t end) {
  const uint64_t *places[MOST_COUNTRIES];
  int count = 0;
  for (int i = 0; i < MOST_COUNTRIES; i++)
    if (request.worths[COUNTRY_CELLS + i] && been[i]) places[count++] = been[i];
  for (uint32_t word = first / 64; word <= (end - 1) / 64; word++) {
    uint64_t bits = 0;
    for (int i = 0; i < count; i++) bits |= places[i][word];
    near[word] = bits;
  }
}

/* Of each block of 32 rows the half that lies in low or in high parts of bytes. */
static uint64_t half(const uint32_t *bits, int shift) {
  uint64_t mask = 0;
  for (int block = 0; block < BLOCKS; block++) mask |= (uint64_t)(bits[block] >> shift & 0xffff) << (16 * block);
  return mask;
}

/* Rows [first, end), every `stride`th step of them; returns how many pass the languages, and offers those that may be among the best. */
static uint64_t scan(uint32_t first, uint32_t end, int steps, uint32_t stride) {
  uint64_t passed = 0;
  const double known = (double)(request.weights[3] * value(steps, request.knowledge_whole));
  gather(first, end);
  const double per_day = request.weights[1] * 10000.0 / request.experience_whole;
  const uint32_t step = 32 * BLOCKS;
  for (uint32_t row = (first / step | (stride - 1)) * step; row < end; row += step * stride) {
    const size_t place = (size_t)(row >> 5) * 16;
    const int64_t most = row < first ? beyond(first) : counted(fences[row / 64]);
    double least = ceil((needed() - known - per_day * most) / request.unit - 1e-6);
    if (least > 255 && request.required.count == 0) break;
    uint64_t open_low = ~0ULL, open_high = ~0ULL;
    if (request.required.count > 0) {
      Vector low = NONE, high = NONE;
      for (int i = 0; i < request.required.count; i++) {
        const Vector t = TABLE(request.gate_points + 16 * i), v = LOAD(levels + (size_t)request.required.columns[i] * table.stride + place);
        low = ADD(low, LOOK(t, LOW(v)));
        high = ADD(high, LOOK(t, HIGH(v)));
      }
      open_low = AT_LEAST(low, request.required.count);
      open_high = AT_LEAST(high, request.required.count);
    }
    uint32_t rows[BLOCKS], any = 0;
    for (int block = 0; block < BLOCKS; block++) {
      const int64_t at = (int64_t)row + 32 * block;
      uint32_t open = rows_of(open_low, open_high, block);
      if (at + 32 <= first || at >= end) open = 0;
      else {
        if (at < first) open &= ~0u << (first - at);
        if (at + 32 > end) open &= ~0u >> (at + 32 - end);
      }
      passed += __builtin_popcount(open);
      any |= rows[block] = open;
    }
    if (!any || least > 255) continue;
    const uint32_t *near_rows = (const uint32_t *)near + row / 32;
    Vector low = POINTS(request.country_points, half(near_rows, 0)), high = POINTS(request.country_points, half(near_rows, 16));
    int going = 1, rest = 0;
    for (int i = 0; i < request.bound_count && going; i++) {
      const Vector t = TABLE(request.bound_points + 16 * i), v = LOAD(levels + (size_t)request.bound_columns[i] * table.stride + place);
      low = ADD(low, LOOK(t, LOW(v)));
      high = ADD(high, LOOK(t, HIGH(v)));
      if (i % GROUP != GROUP - 1 || least <= request.bound_rest[i]) continue;
      const uint64_t may_low = AT_LEAST(low, (int)least - request.bound_rest[i]), may_high = AT_LEAST(high, (int)least - request.bound_rest[i]);
      const int left = __builtin_popcountll(may_low & open_low) + __builtin_popcountll(may_high & open_high);
      going = left > EARLY;
      if (going) continue;
      if (!left) any = 0;
      rest = request.bound_rest[i];
    }
    if (!any) continue;
    const int enough = least < rest ? 0 : (int)least - rest;
    const uint64_t may_low = AT_LEAST(low, enough), may_high = AT_LEAST(high, enough);
    if (!(may_low | may_high)) continue;
    uint8_t sums[2][WIDTH];
    memcpy(sums[0], &low, WIDTH);
    memcpy(sums[1], &high, WIDTH);
    for (int block = 0; block < BLOCKS; block++) {
      for (uint32_t left = rows[block] & rows_of(may_low, may_high, block); left; left &= left - 1) {
        const int bit = __builtin_ctz(left);
        const uint32_t found = row + 32 * block + bit;
        const double bound = known + (sums[bit >> 4][16 * block + (bit & 15)] + rest) * request.unit + per_day * beyond(found);
        if (bound >= needed() - 1e-6) offer(total_of(found, steps), records[found].number);
      }
    }
  }
  return passed;
}

static uint32_t end_of_enough(const Run *run, int32_t days) {
  uint32_t low = run->start, high = run->end;
  if (days <= 0) return high;
  while (low < high) {
    const uint32_t middle = (low + high) / 2;
    if ((int32_t)records[middle].human_rights >= days) low = middle + 1;
    else high = middle;
  }
  return low;
}

typedef struct { uint32_t start, end; int steps; } Open;

static uint64_t scan_all(const Open *open, int runs, int keeping, int64_t least, uint32_t stride) {
  uint64_t eligible = 0;
  kept = 0;
  keep = keeping;
  at_least = least;
  for (int i = 0; i < runs; i++) eligible += scan(open[i].start, open[i].end, open[i].steps, stride);
  return eligible;
}

static uint64_t rank_all(void) {
  static Open open[2048];
  int found = 0;
  uint32_t rows = 0;
  for (uint32_t i = 0; i < table.runs; i++) {
    const Run *run = runs + i;
    const int facts = run->signature & 3, education = run->signature / 4 % 3, known = run->signature / 12;
    const int essential[3] = {known / 25, known / 5 % 5, known % 5}, days = request.education_days[education];
    int steps = 0, missed = !(facts & 2) || (request.needs_field && !(facts & 1)) || days == INT32_MAX;
    for (int area = 0; area < 3; area++) {
      missed |= essential[area] < request.essential[area];
      steps += essential[area] - request.essential[area];
    }
    if (missed) continue;
    const uint32_t last = end_of_enough(run, days > request.minimum_days ? days : request.minimum_days);
    if (last > run->start) open[found++] = (Open){run->start, last, steps}, rows += last - run->start;
  }
  int64_t likely = 0;
  if (rows > SAMPLED) {
    scan_all(open, found, TOP / STRIDE + SPARE, 0, STRIDE);
    if (kept == keep) likely = needed();
  }
  const uint64_t eligible = scan_all(open, found, TOP, likely, 1);
  return kept < TOP && likely > 0 ? scan_all(open, found, TOP, 0, 1) : eligible;
}

static void *take(FILE *file, size_t bytes) {
  void *room = aligned_alloc(64, (bytes + 127) / 64 * 64);
  if (!room || fread(room, 1, bytes, file) != bytes) exit(3);
  return room;
}

static int downwards(const void *a, const void *b) {
  const int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
  return (x < y) - (x > y);
}

int main(int count, char **words) {
  FILE *file = count == 2 ? fopen(words[1], "rb") : NULL;
  if (!file || fread(&table, sizeof table, 1, file) != 1) return 2;
  levels = take(file, (size_t)COLUMNS * table.stride);
  records = take(file, sizeof(Record) * (table.rows + 1ULL));
  cells = take(file, 2ULL * table.cells);
  fences = malloc(4ULL * (table.rows / 64 + 1));
  for (uint32_t row = 0; row < table.rows; row += 64) fences[row / 64] = records[row].human_rights;
  runs = take(file, sizeof(Run) * table.runs);
  const size_t bit_words = table.stride / 32 + 1;
  near = calloc(bit_words, 8);
  for (uint32_t row = 0; row < table.rows; row++)
    for (uint32_t i = records[row].cells; i < records[row + 1].cells; i++) {
      if (cells[i] < COUNTRY_CELLS) continue;
      uint64_t **bits = been + (cells[i++] - COUNTRY_CELLS);
      if (!*bits) *bits = calloc(bit_words, 8);
      (*bits)[row / 64] |= 1ULL << (row & 63);
    }
  while (fread(&request, sizeof request, 1, stdin) == 1) {
    struct timespec before, after;
    clock_gettime(CLOCK_MONOTONIC, &before);
    const uint64_t eligible = rank_all();
    qsort(heap, kept, sizeof *heap, downwards);
    clock_gettime(CLOCK_MONOTONIC, &after);
    printf("%lld %llu", (after.tv_sec - before.tv_sec) * 1000000000LL + after.tv_nsec - before.tv_nsec, (unsigned long long)eligible);
    for (int i = 0; i < kept; i++) printf(" %lld:%lld", 4294967295LL - (heap[i] & 4294967295LL), (long long)(heap[i] >> 32));
    printf("\n");
    fflush(stdout);
  }
  return 0;
}
