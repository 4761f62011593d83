import fc from 'fast-check';
import { aJob, aLooseJob, aPolicy } from '../../test/support/arbitraries.js';
import { AS_OF, anExpert } from '../../test/support/experts.js';
import { addDays, endOf, startOf } from './dates.js';
import { countExperience, experienceDays } from './experience.js';
import type { ExperiencePolicy } from './requirement.js';

const STRICT: ExperiencePolicy = { countUnpaid: false, countInternships: false, countGeneralService: false };

const humanRights = (expert: ReturnType<typeof anExpert>) =>
  countExperience(expert.build().experience, AS_OF, STRICT).kinds['human-rights'];

describe('a job of which only the month or the year is known', () => {
  it('counts from the first to the last day that its dates can mean, and says which days were assumed', () => {
    expect(humanRights(anExpert().worked('2014', '2016-02', 'human-rights'))).toEqual({
      days: 365 + 365 + 31 + 29,
      periods: [{ from: '2014-01-01', to: '2016-02-29', percentage: 100, evidence: ['job-1'] }],
      dropped: [],
      assumed: [
        { evidence: 'job-1', end: 'from', stated: '2014', day: '2014-01-01' },
        { evidence: 'job-1', end: 'to', stated: '2016-02', day: '2016-02-29' },
      ],
    });
  });

  it('tells of no assumption where every day is known, and of none about jobs of another kind', () => {
    expect(humanRights(anExpert().worked('2014-01-01', null, 'human-rights'))).not.toHaveProperty('assumed');
    const { kinds, field } = countExperience(anExpert().worked('2014', null, 'development').build().experience, AS_OF, STRICT);
    expect(kinds['human-rights']).not.toHaveProperty('assumed');
    expect(field.assumed).toEqual([{ evidence: 'job-1', end: 'from', stated: '2014', day: '2014-01-01' }]);
  });

  it('ends on the as-of date when its year goes on after it', () => {
    expect(humanRights(anExpert().worked('2026', '2026', 'human-rights'))).toMatchObject({
      periods: [{ from: '2026-01-01', to: AS_OF }],
      dropped: [{ reason: 'after-as-of', from: addDays(AS_OF, 1), to: '2026-12-31' }],
    });
  });

  it('is the same when a year is told as its twelve months', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1980, max: 2030 }), aJob, aPolicy, (year, job, policy) => {
        const whole = { ...job, from: String(year), to: String(year) };
        const months = Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`);
        const parts = months.map((month) => ({ ...job, id: month, from: month, to: month }));
        expect(experienceDays(parts, AS_OF, policy)).toEqual(experienceDays([whole], AS_OF, policy));
      }),
    );
  });

  it('counts as the same job with those days written out, whatever else there is', () => {
    fc.assert(
      fc.property(fc.array(aLooseJob, { maxLength: 6 }), aPolicy, (some, policy) => {
        const written = some.map((job) => ({ ...job, from: startOf(job.from), to: job.to === null ? null : endOf(job.to) }));
        expect(experienceDays(some, AS_OF, policy)).toEqual(experienceDays(written, AS_OF, policy));
        const without = ({ assumed: _assumed, ...total }: ReturnType<typeof humanRights>) => total;
        const [loose, exact] = [some, written].map((jobs) => countExperience(jobs, AS_OF, policy).kinds['human-rights']);
        expect(without(loose as ReturnType<typeof humanRights>)).toEqual(exact);
      }),
    );
  });
});
