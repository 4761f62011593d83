import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBuilt } from '../support/built-app.js';

describe('the demo, as a stranger starts it', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hra-demo-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('does the main job from an empty folder to an accepted mission', async () => {
    const demo = startBuilt('cli.js', { DATA_FOLDER: folder, NO_COLOR: '1' }, ['demo', '--once']);
    const code = await demo.ended();
    const told = demo.output();
    expect({ code, failed: code === 0 ? '' : told.slice(-2000) }).toEqual({ code: 0, failed: '' });

    expect(told).toMatch(/2,400 experts imported, 0 rows refused/);
    expect(told).toContain('Invented for the demonstration');
    expect(told).toMatch(/SHORTLIST .*P-5, Kenya/);
    expect(told).toMatch(/✓ Professional experience: [\d,]+ days of human-rights experience/);
    expect(told).toMatch(/NOT ELIGIBLE {2}[\d,]+ people, none hidden/);
    expect(told).toMatch(/The points add up to the total: \d+\.\d{4} of 100/);
    expect(told).toMatch(/values of [\d,]+ people were computed again, and every one is\s+equal/);
    expect(told).toMatch(/ before, place \d+ now, most of all in/);
    expect(told).toMatch(/Place +Candidate +Weights ± 20 % +Nine in ten: all \d+ +these \d+/);
    expect(told).toMatch(/Letter +By the score +By the panel/);
    expect(told).toMatch(/1 +SR-\d{4}-0002 +Kenya +immediate/);
    expect(told).toMatch(/To: .*@example\.org/);
    expect(told).toMatch(/http:\/\/127\.0\.0\.1:\d+\/offers\/\S+/);
    expect(told).toMatch(/SR-\d{4}-0002 is filled/);
    expect(told).toMatch(/The expert is reserved from \d+ \w+ \d{4} to \d+ \w+ \d{4}/);
    expect(told).toContain('One reservation stands');
    expect(told).toMatch(/\d+ notices were sent, none is missing/);
    expect(readdirSync(join(folder, 'demo', 'mail')).every((name) => name.endsWith('.eml'))).toBe(true);
  }, 180_000);

  it('leaves a folder alone that it did not make, with one sentence and exit code 1', async () => {
    writeFileSync(join(folder, 'demo'), 'somebody else’s');
    const demo = startBuilt('cli.js', { DATA_FOLDER: folder }, ['demo', '--once']);
    expect(await demo.ended()).toBe(1);
    expect(demo.output()).toContain('left alone');
    expect(demo.output()).not.toContain('    at ');
  });
});
