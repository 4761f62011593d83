import { KERNEL_CODE } from './kernel-code.js';

/** What this file needs of WebAssembly, which core's own library of types does not describe. */
interface WebAssemblyLike {
  validate(code: Uint8Array): boolean;
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
  readonly Memory: new (pages: { initial: number; maximum: number }) => KernelMemory;
}

interface KernelMemory {
  readonly buffer: ArrayBuffer;
}

interface Exports {
  survivors(
    first: number,
    end: number,
    gates: number,
    bounds: number,
    program: number,
    daysColumn: number,
    minimum: number,
    most: number,
    perDay: number,
    need: number,
    out: number,
  ): number;
  readonly passed: { readonly value: number };
}

const PAGE = 65_536;
/** Bytes of a program step: a table of 16 bytes by level, then the place of the column. */
const STEP = 32;
/** Steps that a program may have: more than there are columns, each as a gate and as a bound. */
const MOST_STEPS = 512;
const PROGRAM = 64;
const SCRATCH = 32;
const OUT = PROGRAM + MOST_STEPS * STEP + SCRATCH;
/** Rows that may be asked about at once, so that all of them can survive. */
export const MOST_ROWS = 2048;
const RESERVED = OUT + MOST_ROWS * 8;

/** What stays the same while one request goes through the runs of a table. */
export interface Program {
  /** Place of a column and points from 0 to 255 by level; points of 0 let a row pass. */
  readonly gates: readonly ProgramStep[];
  readonly bounds: readonly ProgramStep[];
  readonly minimum: number;
  readonly most: number;
  readonly perDay: number;
}

export interface ProgramStep {
  readonly place: number;
  readonly points: Uint8Array;
}

/** The kernel bound to the memory of one table. Not for two requests at a time: whoever asks first loads a program. */
export class Survivors {
  /** Row and points of each survivor of the last question. */
  readonly found: Uint32Array;
  private readonly bytes: Uint8Array;
  private program: Program | undefined;

  constructor(
    private readonly exports: Exports,
    { buffer }: KernelMemory,
    private readonly daysColumn: number,
  ) {
    this.bytes = new Uint8Array(buffer);
    this.found = new Uint32Array(buffer, OUT, MOST_ROWS * 2);
  }

  /** Rows of the last question that passed all gates. */
  get passed(): number {
    return this.exports.passed.value;
  }

  load(program: Program): void {
    this.program = program;
    const view = new DataView(this.bytes.buffer);
    for (const [index, { place, points }] of [...program.gates, ...program.bounds].entries()) {
      this.bytes.set(points, PROGRAM + index * STEP);
      view.setUint32(PROGRAM + index * STEP + 16, place, true);
    }
  }

  /** How many of the first `rows` rows pass these gates. Takes the place of the loaded program. */
  count(rows: number, gates: readonly ProgramStep[]): number {
    this.load({ gates, bounds: [], minimum: 0, most: 0, perDay: 0 });
    this.ask(0, rows, Number.POSITIVE_INFINITY);
    return this.passed;
  }

  /** How many rows survive; they stand in `found`. At most MOST_ROWS rows, fewer when `end` is nearer. */
  ask(first: number, end: number, need: number): number {
    const { gates, bounds, minimum, most, perDay } = this.program as Program;
    return this.exports.survivors(first, end, gates.length, bounds.length, PROGRAM, this.daysColumn, minimum, most, perDay, need, OUT);
  }
}

/** The accelerator on this machine. */
export class Kernel {
  /** Bytes at the start of a memory that belong to the kernel. */
  readonly reserved = RESERVED;

  private constructor(
    private readonly webAssembly: WebAssemblyLike,
    private readonly module: object,
  ) {}

  /** Null where there is no WebAssembly, or one without vectors: the plain engine gives the same answers. */
  static onThisMachine(global: object = globalThis): Kernel | null {
    const { WebAssembly: webAssembly } = global as { readonly WebAssembly?: WebAssemblyLike };
    const code = Uint8Array.from(atob(KERNEL_CODE), (letter) => letter.charCodeAt(0));
    return webAssembly?.validate(code) ? new Kernel(webAssembly, new webAssembly.Module(code)) : null;
  }

  /** Room for so many bytes. */
  memory(bytes: number): KernelMemory {
    const pages = Math.ceil(bytes / PAGE);
    return new this.webAssembly.Memory({ initial: pages, maximum: pages });
  }

  survivors(memory: KernelMemory, daysColumn: number): Survivors {
    const { exports } = new this.webAssembly.Instance(this.module, { env: { memory } });
    return new Survivors(exports as Exports, memory, daysColumn);
  }
}

let found: { readonly kernel: Kernel | null } | undefined;

/** The accelerator, looked for once. */
export function theKernel(): Kernel | null {
  found ??= { kernel: Kernel.onThisMachine() };
  return found.kernel;
}
