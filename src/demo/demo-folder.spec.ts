import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDemoFolder } from './demo-folder.js';

describe('the folder of the demo', () => {
  let around: string;
  beforeEach(() => {
    around = mkdtempSync(join(tmpdir(), 'hra-demo-folder-'));
  });
  afterEach(() => rmSync(around, { recursive: true }));

  it('is made, and replaced by the next demo', () => {
    const folder = freshDemoFolder(join(around, 'data', 'demo'));
    writeFileSync(join(folder, 'hra-desk.sqlite'), 'old');
    expect(existsSync(join(freshDemoFolder(folder), 'hra-desk.sqlite'))).toBe(false);
  });

  it('never replaces what was not made by the demo', () => {
    writeFileSync(join(around, 'hra-desk.sqlite'), 'real data');
    expect(() => freshDemoFolder(around)).toThrow('left alone');
    expect(() => freshDemoFolder(join(around, 'hra-desk.sqlite'))).toThrow('left alone');
    expect(existsSync(join(around, 'hra-desk.sqlite'))).toBe(true);
  });
});
