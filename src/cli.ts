#!/usr/bin/env node
import { requireRuntime } from './runtime-version.js';

requireRuntime();
const { program } = await import('./commands/program.js');

await program().parseAsync(process.argv);
