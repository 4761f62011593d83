/** What the kernels need of WebAssembly, which core's own library of types does not describe. */
export interface WebAssemblyLike {
  validate(code: Uint8Array): boolean;
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
  readonly Memory: new (pages: { initial: number; maximum: number }) => KernelMemory;
}

export interface KernelMemory {
  readonly buffer: ArrayBuffer;
}

const PAGE = 65_536;

/** Code of a kernel, ready to run. */
export class CompiledKernel {
  private constructor(
    private readonly webAssembly: WebAssemblyLike,
    private readonly module: object,
  ) {}

  /** From base64. Null where there is no WebAssembly, or one without the vectors that the code uses. */
  static of(code: string, global: object): CompiledKernel | null {
    const { WebAssembly: webAssembly } = global as { readonly WebAssembly?: WebAssemblyLike };
    const bytes = Uint8Array.from(atob(code), (letter) => letter.charCodeAt(0));
    return webAssembly?.validate(bytes) ? new CompiledKernel(webAssembly, new webAssembly.Module(bytes)) : null;
  }

  /** Room for so many bytes. */
  memory(bytes: number): KernelMemory {
    const pages = Math.ceil(bytes / PAGE);
    return new this.webAssembly.Memory({ initial: pages, maximum: pages });
  }

  /** What the code exports, bound to a memory and to the functions that it calls on the engine. */
  exports(memory: KernelMemory, engine: object = {}): unknown {
    return new this.webAssembly.Instance(this.module, { env: { memory }, engine }).exports;
  }
}
