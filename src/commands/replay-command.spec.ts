import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AS_OF, aQualifiedExpert, aRequirement } from '../../test/support/experts.js';
import { explain, ineligible, Pool, rank } from '../core/matching/index.js';
import { replayFile } from './replay-command.js';

describe('a downloaded run', () => {
  let folder: string;
  const said: string[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hra-replay-'));
    said.length = 0;
    jest.spyOn(console, 'log').mockImplementation((line: string) => said.push(line));
    jest.spyOn(console, 'error').mockImplementation((line: string) => said.push(line));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function fileWith(changes: object): Promise<string> {
    const requirement = aRequirement('P-5');
    const profiles = [aQualifiedExpert(1).build(), aQualifiedExpert(2).build(), { ...aQualifiedExpert(3).build(), memberships: [] }];
    const pool = Pool.of(profiles, AS_OF);
    const { top, ...counts } = rank(pool, requirement, 10);
    const ranked = top.map(({ rank: position, number, expertId, total }, index) => ({
      position,
      number,
      expertId,
      total,
      explanation: explain(profiles[index] as (typeof profiles)[number], requirement),
    }));
    const others = ineligible(pool, requirement).map((one, index) => ({ ...one, position: index + 1 }));
    const document = { format: 'hra-desk.shortlist-run', version: 1, run: { ...counts, requirement, size: 10 }, ranked, others, profiles };
    const file = join(folder, 'run.json');
    await writeFile(file, JSON.stringify({ ...document, ...changes }));
    return file;
  }

  it('is found equal', async () => {
    expect(await replayFile(await fileWith({}))).toBe(0);
    expect(said).toEqual([expect.stringMatching(/^\d{2,} values of 3 people were compared; all are equal\.$/)]);
  });

  it('is found different when somebody is gone from its roster', async () => {
    expect(await replayFile(await fileWith({ profiles: [aQualifiedExpert(1).build()] }))).toBe(1);
    expect(said.some((line) => line.startsWith('the run  considered: was 3, comes out as 1'))).toBe(true);
  });

  it('is found different when a list in it is longer or shorter than it was', async () => {
    expect(await replayFile(await fileWith({ others: [] }))).toBe(1);
    expect(said).toContainEqual(expect.stringContaining('the run  others: was [], comes out as [3]'));
  });

  it('is refused when it is something else', async () => {
    expect(await replayFile(await fileWith({ format: 'holiday' }))).toBe(1);
    expect(said).toEqual([expect.stringContaining('not the JSON of a shortlist run')]);
  });
});
