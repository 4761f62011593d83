import fc from 'fast-check';
import { aDay, aJob, aLooseJob, aPolicy } from '../../test/support/arbitraries.js';
import { AS_OF, anExpert } from '../../test/support/experts.js';
import { addDays, daysOfYears } from './dates.js';
import { countExperience, experienceDays, yearsAndMonths } from './experience.js';
import { EXPERIENCE_KINDS, type Experience } from './expert.js';
import type { ExperiencePolicy } from './requirement.js';

const STRICT: ExperiencePolicy = { countUnpaid: false, countInternships: false, countGeneralService: false };
const LENIENT: ExperiencePolicy = { countUnpaid: true, countInternships: true, countGeneralService: true };

const humanRights = (expert: ReturnType<typeof anExpert>, policy = STRICT) =>
  countExperience(expert.build().experience, AS_OF, policy).kinds['human-rights'];

describe('counting years', () => {
  it('counts both ends of a job', () => {
    expect(humanRights(anExpert().worked('2010-01-01', '2010-01-31', 'human-rights')).days).toBe(31);
  });

  it('counts a day once, whatever the number of jobs held on it', () => {
    const expert = anExpert().worked('2010-01-01', '2010-01-20', 'human-rights').worked('2010-01-11', '2010-01-31', 'human-rights');
    expect(humanRights(expert)).toEqual({
      days: 31,
      periods: [
        { from: '2010-01-01', to: '2010-01-10', percentage: 100, evidence: ['job-1'] },
        { from: '2010-01-11', to: '2010-01-20', percentage: 100, evidence: ['job-1', 'job-2'] },
        { from: '2010-01-21', to: '2010-01-31', percentage: 100, evidence: ['job-2'] },
      ],
      dropped: [{ reason: 'overlap-cap', evidence: 'job-2', from: '2010-01-11', to: '2010-01-20', days: 10 }],
    });
  });

  it('counts a day for each kind of experience that it was', () => {
    const { kinds, field } = countExperience(
      anExpert().worked('2010-01-01', '2010-01-31', ['human-rights', 'development', 'humanitarian']).build().experience,
      AS_OF,
      STRICT,
    );
    expect([kinds['human-rights'].days, kinds.development.days, kinds.humanitarian.days]).toEqual([31, 31, 31]);
    expect(field.days).toBe(31);
  });

  it('adds overlapping part-time up to full time', () => {
    const expert = anExpert()
      .worked('2010-01-01', '2010-04-10', 'human-rights', { percentage: 60 })
      .worked('2010-01-01', '2010-04-10', 'human-rights', { percentage: 70 });
    expect(humanRights(expert)).toMatchObject({
      days: 100,
      periods: [{ percentage: 100 }],
      dropped: [{ reason: 'overlap-cap', evidence: 'job-2', days: 30 }],
    });
  });

  it('rounds down once, not for each job', () => {
    const expert = anExpert()
      .worked('2010-01-01', '2010-01-01', 'human-rights', { percentage: 50 })
      .worked('2011-01-01', '2011-01-01', 'human-rights', { percentage: 50 });
    expect(humanRights(expert).days).toBe(1);
  });

  it('takes an open end as the as-of date', () => {
    expect(humanRights(anExpert().worked(addDays(AS_OF, -9), null, 'human-rights')).days).toBe(10);
  });

  it('drops what lies after the as-of date, and says so', () => {
    const begun = anExpert().worked(AS_OF, addDays(AS_OF, 10), 'human-rights', { percentage: 50 });
    expect(humanRights(begun)).toMatchObject({
      days: 0,
      dropped: [{ reason: 'after-as-of', from: addDays(AS_OF, 1), to: addDays(AS_OF, 10), days: 5 }],
    });
    const toCome = anExpert().worked(addDays(AS_OF, 1), null, 'human-rights');
    expect(humanRights(toCome)).toEqual({
      days: 0,
      periods: [],
      dropped: [{ reason: 'after-as-of', evidence: 'job-1', from: addDays(AS_OF, 1), to: null, days: 0 }],
    });
  });

  it.each([
    ['internship', { engagement: 'internship' }],
    ['unpaid', { engagement: 'volunteer' }],
    ['not-professional-level', { level: 'GS-5' }],
  ] as const)('drops %s work unless the policy counts it', (reason, details) => {
    const expert = anExpert().worked('2010-01-01', '2010-01-31', 'human-rights', details);
    expect(humanRights(expert)).toEqual({
      days: 0,
      periods: [],
      dropped: [{ reason, evidence: 'job-1', from: '2010-01-01', to: '2010-01-31', days: 31 }],
    });
    expect(humanRights(expert, LENIENT)).toMatchObject({ days: 31, dropped: [] });
  });

  it.each([
    ['countInternships', 'internship'],
    ['countUnpaid', 'volunteer'],
  ] as const)('%s counts nothing but that', (flag, engagement) => {
    const expert = anExpert()
      .worked('2010-01-01', '2010-01-10', 'human-rights', { engagement })
      .worked('2011-01-01', '2011-01-31', 'human-rights', { level: 'GS-3' });
    expect(humanRights(expert, { ...STRICT, [flag]: true }).days).toBe(10);
  });

  it('counts days in a country once, of any kind', () => {
    const expert = anExpert()
      .worked('2010-01-01', '2010-01-20', 'human-rights', { countries: ['KEN', 'UGA'] })
      .worked('2010-01-11', '2010-01-31', 'development', { countries: ['KEN'] });
    expect(countExperience(expert.build().experience, AS_OF, STRICT).countries).toEqual({ KEN: 31, UGA: 20 });
  });

  it('does not count work of no kind', () => {
    const counted = countExperience(
      anExpert()
        .worked('2010-01-01', '2010-01-20', [], { countries: ['KEN'] })
        .build().experience,
      AS_OF,
      STRICT,
    );
    expect([counted.kinds['human-rights'].days, counted.countries]).toEqual([0, {}]);
  });
});

describe('the algebra of counting years', () => {
  const jobs = fc.array(aLooseJob, { maxLength: 7 });
  const days = (experience: readonly Experience[], policy: ExperiencePolicy) => {
    const { kinds, field, countries } = countExperience(experience, AS_OF, policy);
    return { ...Object.fromEntries(EXPERIENCE_KINDS.map((kind) => [kind, kinds[kind].days])), field: field.days, ...countries } as Record<
      string,
      number
    >;
  };

  it('never falls when experience is added', () => {
    fc.assert(
      fc.property(jobs, aLooseJob, aPolicy, (some, one, policy) => {
        const [before, after] = [days(some, policy), days([...some, one], policy)];
        for (const [what, count] of Object.entries(before)) expect(after[what]).toBeGreaterThanOrEqual(count);
      }),
    );
  });

  it('does not depend on the order of jobs', () => {
    const shuffled = jobs.chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })));
    fc.assert(
      fc.property(shuffled, aPolicy, ([some, other], policy) => {
        expect(days(other, policy)).toEqual(days(some, policy));
        expect(countExperience(other, AS_OF, policy).kinds['human-rights'].periods).toEqual(
          countExperience(some, AS_OF, policy).kinds['human-rights'].periods,
        );
      }),
    );
  });

  it('does not change when a job is told as two adjacent ones', () => {
    fc.assert(
      fc.property(jobs, aJob, aDay, aPolicy, (others, job, cut, policy) => {
        fc.pre(job.from <= cut && (job.to === null || cut < job.to));
        const halves = [
          { ...job, id: 'a', to: cut },
          { ...job, id: 'b', from: addDays(cut, 1) },
        ];
        expect(days([...others, ...halves], policy)).toEqual(days([...others, job], policy));
      }),
    );
  });

  it('scales with percentages as long as they stay within full time, whatever each of them is', () => {
    const shares = fc.array(fc.tuple(aLooseJob, fc.integer({ min: 1, max: 4 })), { maxLength: 5 });
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 5 }), aPolicy, (some, factor, policy) => {
        const counted = (times: number) =>
          countExperience(
            some.map(([job, share]) => ({ ...job, percentage: share * times })),
            AS_OF,
            policy,
          ).kinds['human-rights'];
        const percentDays = (times: number) => counted(times).periods.reduce((sum, period) => sum + period.percentage * span(period), 0);
        expect(percentDays(factor)).toBe(factor * percentDays(1));
        expect(counted(factor).days).toBe(Math.floor((factor * percentDays(1)) / 100));
      }),
    );
  });

  it('makes ten calendar years at least ten years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2015 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const from = `${year}-${String(month).padStart(2, '0')}-01`;
        const to = addDays(`${year + 10}-${String(month).padStart(2, '0')}-01`, -1);
        expect(humanRights(anExpert().worked(from, to, 'human-rights')).days).toBeGreaterThanOrEqual(daysOfYears(10));
      }),
    );
  });

  it('loses no day without a reason', () => {
    fc.assert(
      fc.property(
        fc.array(
          aJob.map((job) => ({ ...job, percentage: 100, to: job.to ?? AS_OF })).filter(({ from, to }) => from <= to),
          { maxLength: 5 },
        ),
        aPolicy,
        (some, policy) => {
          const { days: counted, dropped } = countExperience(some, AS_OF, policy).kinds['human-rights'];
          const claimed = some.filter(({ kinds }) => kinds.includes('human-rights')).reduce((sum, job) => sum + span(job), 0);
          expect(counted + dropped.reduce((sum, one) => sum + one.days, 0)).toBe(claimed);
        },
      ),
    );
  });

  it('counts the one day that two jobs share once, in both forms', () => {
    const { experience } = anExpert()
      .worked('2010-01-01', '2010-01-20', 'human-rights')
      .worked('2010-01-20', '2010-01-31', 'human-rights')
      .build();
    expect(countExperience(experience, AS_OF, STRICT).kinds['human-rights'].days).toBe(31);
    expect(experienceDays(experience, AS_OF, STRICT).humanRights).toBe(31);
  });

  it('is the same in the quick form that matching uses', () => {
    fc.assert(
      fc.property(jobs, aPolicy, (some, policy) => {
        const [quick, full] = [experienceDays(some, AS_OF, policy), countExperience(some, AS_OF, policy)];
        expect(quick).toEqual({
          humanRights: full.kinds['human-rights'].days,
          field: full.field.days,
          humanitarian: full.kinds.humanitarian.days,
          countries: new Map(Object.entries(full.countries)),
        });
      }),
    );
  });
});

describe('years and months', () => {
  it.each([
    [0, 0, 0],
    [29, 0, 0],
    [30, 0, 1],
    [364, 0, 11],
    [365, 1, 0],
    [730, 2, 0],
    [3651, 9, 11],
    [3652, 10, 0],
    [3681, 10, 0],
    [3682, 10, 1],
  ])('reads %i days as %i years and %i months', (days, years, months) => {
    expect(yearsAndMonths(days)).toEqual({ years, months });
  });

  it('agrees with the days that years require', () => {
    for (let years = 1; years <= 60; years++) {
      expect(yearsAndMonths(daysOfYears(years))).toEqual({ years, months: 0 });
      expect(yearsAndMonths(daysOfYears(years) - 1)).toEqual({ years: years - 1, months: 11 });
    }
  });
});

function span({ from, to }: { readonly from: string; readonly to: string | null }): number {
  return (Date.parse(to ?? AS_OF) - Date.parse(from)) / 86_400_000 + 1;
}
