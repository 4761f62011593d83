/**
 * Compiles the kernel of matching into a constant: `npm run kernel` writes it, test/tooling/kernel.spec.ts checks that it
 * is in step with its source. As text in a source file it needs no file at run time, no loader and no room but core.
 */
import { writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import asc from 'assemblyscript/asc';

const SOURCE = 'scripts/kernel/upper-bounds.ts';
const TARGET = 'src/core/matching/kernel-code.ts';
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--enable', 'simd,relaxed-simd'];

/** The text of the file with the constant. Throws with the compiler's words when the source is wrong. */
export async function kernelFile() {
  const written = new Map();
  const { error, stderr } = await asc.main([SOURCE, '--outFile', 'kernel.wasm', ...OPTIONS], {
    writeFile: (name, contents) => void written.set(name, contents),
  });
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  return [
    `/** ${SOURCE} as WebAssembly in base64, written by \`npm run kernel\`. */`,
    'export const KERNEL_CODE =',
    `  '${Buffer.from(written.get('kernel.wasm')).toString('base64')}';`,
    '',
  ].join('\n');
}

if (argv[1]?.endsWith('scripts/kernel/build.js')) {
  if (argv.includes('--print')) process.stdout.write(await kernelFile());
  else writeFileSync(TARGET, await kernelFile());
}
