/**
 * Compiles the kernels of matching into constants: `npm run kernel` writes them, test/tooling/kernel.spec.ts checks that
 * they are in step with their sources. As text in a source file a kernel needs no file at run time, no loader and no room
 * but core.
 */
import { writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import asc from 'assemblyscript/asc';

/** Each source with the file and the constant that it becomes, and the vectors that it needs. */
export const KERNELS = [
  {
    source: 'scripts/kernel/ranking.ts',
    target: 'src/core/matching/kernel-code.ts',
    constant: 'KERNEL_CODE',
    enable: 'simd,relaxed-simd',
  },
  {
    source: 'scripts/kernel/rank-counts.ts',
    target: 'src/core/matching/rank-counts-code.ts',
    constant: 'RANK_COUNTS_CODE',
    enable: 'simd',
  },
];

/** The text of the file with the constant. Throws with the compiler's words when the source is wrong. */
export async function kernelFile({ source, constant, enable }) {
  const written = new Map();
  const options = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--enable', enable];
  const { error, stderr } = await asc.main([source, '--outFile', 'kernel.wasm', ...options], {
    writeFile: (name, contents) => void written.set(name, contents),
  });
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  return [
    `/** ${source} as WebAssembly in base64, written by \`npm run kernel\`. */`,
    `export const ${constant} =`,
    `  '${Buffer.from(written.get('kernel.wasm')).toString('base64')}';`,
    '',
  ].join('\n');
}

if (argv[1]?.endsWith('scripts/kernel/build.js')) {
  const print = argv.indexOf('--print');
  for (const kernel of KERNELS.filter(({ target }) => print < 0 || target === argv[print + 1])) {
    if (print >= 0) process.stdout.write(await kernelFile(kernel));
    else writeFileSync(kernel.target, await kernelFile(kernel));
  }
}
