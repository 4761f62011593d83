import type { Actor } from '../../src/core/access.js';
import { DomainError } from '../../src/core/errors.js';
import { ExpertEntity } from '../../src/features/roster/expert.entity.js';
import { UpdateExpertDto } from '../../src/features/roster/expert.dto.js';
import type { ExpertView } from '../../src/features/roster/index.js';
import type { ExpertFilters } from '../../src/features/roster/search.dto.js';
import { AuditEntry } from '../../src/platform/audit/index.js';
import { onEveryDatabase } from '../support/databases.js';
import { AUDITOR, csvSource, joining, newExpert, OFFICER, PANEL, RECRUITER, rosterDesk, UNDP, UNICEF } from '../support/roster-desk.js';

const refusal = (code: string, words = '') => expect.objectContaining({ code, message: expect.stringContaining(words) });

/** The same profile as somebody sends it back, with changes. */
function edited(view: ExpertView, changes: Partial<UpdateExpertDto>): UpdateExpertDto {
  const { familyName, givenName, email, gender, nationality, bornOn, language, fictional, degrees, experience, knowledge, languages, themes, trainings, unavailable, version } = view;
  return Object.assign(new UpdateExpertDto(), { familyName, givenName, email, gender, nationality, bornOn, language, fictional, degrees, experience, knowledge, languages, themes, trainings, unavailable, version }, changes);
}

onEveryDatabase((open) => {
  const desk = async () => rosterDesk((await open()).database);
  type Desk = Awaited<ReturnType<typeof desk>>;
  const numbers = async (d: Desk, filters: ExpertFilters, actor: Actor = RECRUITER) => {
    const { experts, total } = await d.search.search(filters, actor);
    expect(total).toBe(experts.length);
    return experts.map(({ number }) => number);
  };

  describe('a profile', () => {
    it('keeps everything, in order, and gives parts an id that outlives a change', async () => {
      const d = await desk();
      const made = await d.profiles.create(newExpert({
        languages: [{ language: 'fr', level: 3, status: 'verified' }, { language: 'en', level: 4, status: 'self-declared' }],
        experience: [{ from: '2010-01-01', to: null, kinds: ['human-rights'], percentage: 80, level: 'P-4', engagement: 'staff', title: 'Officer', employer: 'OHCHR', countries: ['KEN'], status: 'self-declared' }],
        unavailable: [{ from: '2013-01-01', to: '2013-01-31' }],
      }), RECRUITER);
      expect(made).toMatchObject({ number: 1, version: 1, languages: [{ language: 'fr' }, { language: 'en' }], memberships: [], decisions: [] });
      const [french, english] = made.languages;
      const changed = await d.profiles.update(made.id, edited(made, { languages: [...made.languages, { language: 'sw', level: 2, status: 'self-declared' }].slice(1) as UpdateExpertDto['languages'] }), RECRUITER);
      expect(changed).toMatchObject({ version: 2, experience: made.experience });
      expect(changed.languages.map(({ language }) => language)).toEqual(['en', 'sw']);
      expect(changed.languages[0]?.id).toBe(english?.id);
      expect(changed.languages[1]?.id).not.toBe(french?.id);
      expect(changed.experience[0]?.id).toBe(made.experience[0]?.id);
    });

    it('does not take over the ids of somebody else’s evidence', async () => {
      const d = await desk();
      const one = await d.profiles.create(newExpert({ languages: [{ language: 'fr', level: 3, status: 'verified' }] }), RECRUITER);
      const other = await d.profiles.create(newExpert(), RECRUITER);
      const changed = await d.profiles.update(other.id, edited(other, { languages: one.languages as UpdateExpertDto['languages'] }), RECRUITER);
      expect(changed.languages[0]?.id).not.toBe(one.languages[0]?.id);
      expect((await d.profiles.view(one.id, RECRUITER)).languages).toEqual(one.languages);
    });

    it('changed by two people at once is changed by one, and the other is told', async () => {
      const d = await desk();
      const made = await d.profiles.create(newExpert(), RECRUITER);
      const outcomes = await Promise.allSettled(['Anna', 'Bela'].map((givenName) => d.profiles.update(made.id, edited(made, { givenName }), RECRUITER)));
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const lost = outcomes.find((outcome) => outcome.status === 'rejected');
      expect(lost?.reason).toEqual(refusal('conflict.stale', 'version 2'));
      const won = outcomes.find((outcome) => outcome.status === 'fulfilled');
      expect((await d.profiles.view(made.id, RECRUITER)).givenName).toBe(won?.value.givenName);
    });

    it('gets a number of its own, however many come at once', async () => {
      const d = await desk();
      const made = await Promise.all(Array.from({ length: 50 }, () => d.profiles.create(newExpert(), RECRUITER)));
      expect(made.map(({ number }) => number).sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
      expect(await d.pool.revision()).toBe(50);
    });

    it('is refused for a person who is on the roster, without naming them, even when both come at once', async () => {
      const d = await desk();
      const first = newExpert({ familyName: 'Ångström', givenName: 'Zoë', bornOn: '1970-01-01' });
      const again = newExpert({ familyName: 'ANGSTROM', givenName: 'zoe', bornOn: '1970-01-01' });
      const outcomes = await Promise.allSettled([first, again].map((dto) => d.profiles.create(dto, RECRUITER)));
      const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as DomainError] : []));
      expect(refused).toEqual([refusal('roster.duplicate-person')]);
      expect(refused[0]?.message).not.toMatch(/ngstr|zoe/i);
      await expect(d.profiles.create(newExpert({ email: `  ${first.email.toUpperCase()}` }), RECRUITER)).rejects.toEqual(refusal('roster.duplicate-person'));
      const other = await d.profiles.create(newExpert(), RECRUITER);
      await expect(d.profiles.update(other.id, edited(other, { email: first.email }), RECRUITER)).rejects.toEqual(refusal('roster.duplicate-person'));
      expect(await d.database.read.getRepository(ExpertEntity).count()).toBe(2);
    });

    it('is refused with the field that is wrong, and nothing is changed', async () => {
      const d = await desk();
      const job = { from: '2012-01-01', to: '2011-01-01', kinds: [], percentage: 100, level: '', engagement: 'staff' as const, title: '', employer: '', countries: ['XXX'], status: 'self-declared' as const };
      await expect(d.profiles.create(newExpert({ experience: [job], email: 'nowhere' }), RECRUITER)).rejects.toMatchObject({
        code: 'input.invalid', fields: [{ field: 'email' }, { field: 'experience.0.to' }, { field: 'experience.0.countries.0' }],
      });
      expect(await d.pool.revision()).toBe(0);
    });
  });

  describe('a membership', () => {
    it('of the external roster is vetted step by step, each with a reason that is kept', async () => {
      const d = await desk();
      const { id } = await d.profiles.create(newExpert({ memberships: [joining('external', { reason: 'Applied by letter.' })] }), RECRUITER);
      await expect(d.memberships.decide(id, { roster: 'external', to: 'active', reason: 'Too fast' }, PANEL)).rejects.toEqual(refusal('roster.vetting-not-allowed', 'under-vetting or withdrawn'));
      await d.memberships.decide(id, { roster: 'external', to: 'under-vetting', reason: 'Papers are complete.' }, PANEL);
      await expect(d.memberships.decide(id, { roster: 'external', to: 'active', reason: 'Not mine to decide' }, RECRUITER)).rejects.toEqual(refusal('roster.vetting-not-allowed'));
      await d.memberships.decide(id, { roster: 'external', to: 'active', reason: 'Strong interview.' }, PANEL);
      const view = await d.profiles.view(id, PANEL);
      expect(view.memberships).toEqual([{ roster: 'external', agency: null, state: 'active', since: '2013-06-15', until: null }]);
      expect(view.decisions.map(({ from, to, reason, decidedAs }) => [from, to, reason, decidedAs])).toEqual([
        ['under-vetting', 'active', 'Strong interview.', 'panel-member'],
        ['applied', 'under-vetting', 'Papers are complete.', 'panel-member'],
        ['none', 'applied', 'Applied by letter.', 'recruiter'],
      ]);
      const audited = await d.database.read.getRepository(AuditEntry).find({ where: { action: 'roster.membership-moved' }, order: { id: 'ASC' } });
      expect(audited.map(({ reason, actorId, details }) => [reason, actorId, details])).toEqual([
        ['Applied by letter.', RECRUITER.accountId, { roster: 'external', from: 'none', to: 'applied' }],
        ['Papers are complete.', PANEL.accountId, { roster: 'external', from: 'applied', to: 'under-vetting' }],
        ['Strong interview.', PANEL.accountId, { roster: 'external', from: 'under-vetting', to: 'active' }],
      ]);
    });

    it('is decided once when two people decide at once', async () => {
      const d = await desk();
      const { id } = await d.profiles.create(newExpert({ memberships: [joining('external')] }), RECRUITER);
      await d.memberships.decide(id, { roster: 'external', to: 'under-vetting', reason: 'Complete.' }, PANEL);
      const outcomes = await Promise.allSettled((['active', 'rejected'] as const).map((to) => d.memberships.decide(id, { roster: 'external', to, reason: 'Decided.' }, PANEL)));
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect((await d.profiles.view(id, PANEL)).decisions).toHaveLength(3);
    });

    it('of the interagency roster is proposed by the own agency, self-declared, and by nobody for another', async () => {
      const d = await desk();
      const made = await d.profiles.create(newExpert({ memberships: [joining('interagency')] }), UNDP);
      expect(made.memberships).toMatchObject([{ agency: 'UNDP', state: 'active', since: '2013-06-15' }]);
      await expect(d.profiles.create(newExpert({ memberships: [joining('interagency', { agency: 'UNICEF' })] }), UNDP)).rejects.toMatchObject({ fields: [{ field: 'memberships' }] });
      await expect(d.profiles.create(newExpert(), UNDP)).rejects.toMatchObject({ fields: [{ field: 'memberships' }] });
      await expect(d.profiles.create(newExpert({ memberships: [joining('interagency')], languages: [{ language: 'fr', level: 4, status: 'verified' }] }), UNDP)).rejects.toMatchObject({ fields: [{ field: 'languages.0.status' }] });
      await expect(d.profiles.create(newExpert({ memberships: [joining('external')] }), UNDP)).rejects.toEqual(refusal('roster.vetting-not-allowed'));
      await d.memberships.decide(made.id, { roster: 'interagency', to: 'withdrawn', reason: 'Needed at home.' }, UNDP);
      await expect(d.memberships.decide(made.id, { roster: 'interagency', to: 'active', reason: 'Mine now?' }, UNICEF)).rejects.toEqual(refusal('not-found'));
    });

    it('is held once on each roster', async () => {
      const d = await desk();
      const { id } = await d.profiles.create(newExpert({ memberships: [joining('interagency')] }), RECRUITER);
      await expect(d.memberships.join(id, joining('interagency', { agency: 'UNICEF' }), RECRUITER)).rejects.toEqual(refusal('conflict.duplicate', 'it is active'));
      await d.memberships.join(id, joining('external'), RECRUITER);
      expect((await d.profiles.view(id, RECRUITER)).memberships.map(({ roster, state }) => [roster, state])).toEqual([['interagency', 'active'], ['external', 'applied']]);
    });
  });

  describe('what exists', () => {
    it('depends on who looks: list, count, page and every step', async () => {
      const d = await desk();
      const undp = await d.profiles.create(newExpert({ memberships: [joining('interagency')] }), RECRUITER);
      const both = await d.profiles.create(newExpert({ memberships: [joining('interagency', { agency: 'UNICEF' }), joining('external')] }), RECRUITER);
      const external = await d.profiles.create(newExpert({ memberships: [joining('external')] }), RECRUITER);
      const none = await d.profiles.create(newExpert(), RECRUITER);
      const everybody = [undp, both, external, none];
      const seen: [Actor, ExpertView[]][] = [[RECRUITER, everybody], [OFFICER, everybody], [AUDITOR, everybody], [UNDP, [undp]], [UNICEF, [both]], [PANEL, [both, external]], [{ ...UNDP, agency: null }, []]];
      for (const [actor, mine] of seen) {
        expect(await numbers(d, {}, actor)).toEqual(mine.map(({ number }) => number));
        expect([...(await d.contacts.names(everybody.map(({ id }) => id), actor)).keys()].sort()).toEqual(mine.map(({ id }) => id).sort());
        for (const one of everybody) {
          if (mine.includes(one)) expect((await d.profiles.view(one.id, actor)).number).toBe(one.number);
          else await expect(d.profiles.view(one.id, actor)).rejects.toEqual(refusal('not-found', 'no such expert'));
        }
      }
      await expect(d.profiles.view('nobody', RECRUITER)).rejects.toEqual(refusal('not-found', 'no such expert'));
      await expect(d.memberships.decide(undp.id, { roster: 'interagency', to: 'withdrawn', reason: 'Not visible' }, PANEL)).rejects.toEqual(refusal('not-found'));
      // The other roster of somebody who is visible is invisible all the same.
      expect((await d.profiles.view(both.id, PANEL)).memberships.map(({ roster }) => roster)).toEqual(['external']);
      expect((await d.profiles.view(both.id, PANEL)).decisions.map(({ roster }) => roster)).toEqual(['external']);
      expect((await d.profiles.view(both.id, UNICEF)).memberships.map(({ roster }) => roster)).toEqual(['interagency']);
      expect(await numbers(d, { roster: 'interagency' }, PANEL)).toEqual([]);
      expect(await numbers(d, { agency: 'UNICEF' }, PANEL)).toEqual([]);
      expect(await numbers(d, { roster: 'external' }, UNICEF)).toEqual([]);
    });

    it('is noted when an auditor looks at a profile, and only then', async () => {
      const d = await desk();
      const { id } = await d.profiles.create(newExpert(), RECRUITER);
      await d.profiles.view(id, OFFICER);
      await d.profiles.view(id, AUDITOR);
      expect(await d.database.read.getRepository(AuditEntry).find({ where: { action: 'roster.expert-looked-at' } })).toMatchObject([{ actorId: AUDITOR.accountId, subjectId: id }]);
    });
  });

  describe('a search', () => {
    const roster = [
      'family_name,given_name,email,gender,nationality,memberships,experience,languages,themes,unavailable',
      'Alpha,Ada,a@example.org,female,KEN,external||active|2012/,2010/2011|human-rights|100||||| KEN+UGA,fr|3; en|4,detention|good; justice|specialist,2013-07-01/2013-07-31',
      'Bêta,Ben,b@example.org,male,FRA,external||rejected|2012/; interagency|UNDP|active|2012/,2010/2011|human-rights|100|||||NPL,fr|2; en|4,detention|specialist,',
      'Gamma,Gil,c@example.org,female,FRA,interagency|UNDP|withdrawn|2012/,2010/2011|human-rights|100|||||UGA,en|3,justice|basic,2013-08-10/2013-08-20; 2013-09-01/2013-09-05',
      'Delta,Ada,d@example.org,other,KEN,,,fr|4,detention|none,',
    ].join('\n');
    const filled = async () => {
      const d = await desk();
      expect((await d.importer.run(csvSource(roster), { actor: RECRUITER })).problems).toEqual([]);
      return d;
    };

    it('asks for all filters at once, never for either', async () => {
      const d = await filled();
      const cases: [ExpertFilters, number[]][] = [
        [{}, [1, 2, 3, 4]],
        [{ language: 'fr' }, [1, 2, 4]],
        [{ language: 'fr', languageLevel: 3 }, [1, 4]],
        [{ language: 'fr', languageLevel: 3, theme: 'detention' }, [1]],
        [{ theme: 'detention' }, [1, 2]],
        [{ theme: 'detention', themeLevel: 'none' }, [1, 2, 4]],
        [{ theme: 'detention', themeLevel: 'excellent' }, [2]],
        [{ theme: 'justice', language: 'fr' }, [1]],
        [{ country: 'UGA' }, [1, 3]],
        [{ country: 'UGA', nationality: 'FRA' }, [3]],
        [{ nationality: 'KEN', gender: 'female' }, [1]],
        [{ roster: 'external' }, [1, 2]],
        [{ roster: 'external', state: 'active' }, [1]],
        [{ roster: 'interagency', state: 'active', agency: 'UNDP' }, [2]],
        [{ state: 'active' }, [1, 2]],
        [{ text: 'ADA' }, [1, 4]],
        [{ text: 'ada delta' }, [4]],
        [{ text: 'beta' }, [2]],
        [{ text: '3' }, [3]],
        [{ text: '33' }, []],
        [{ text: '%' }, []],
        [{ text: "'; DROP TABLE experts; --" }, []],
        [{ text: 'ada', language: 'fr', languageLevel: 4, theme: 'justice' }, []],
        [{ availableFrom: '2013-07-31' }, [2, 3, 4]],
        [{ availableFrom: '2013-08-01', availableTo: '2013-08-09' }, [1, 2, 3, 4]],
        [{ availableFrom: '2013-07-15', availableTo: '2013-08-15' }, [2, 4]],
        [{ availableFrom: '2013-08-21', availableTo: '2013-08-31', nationality: 'FRA' }, [2, 3]],
      ];
      for (const [filters, expected] of cases) expect([filters, await numbers(d, filters)]).toEqual([filters, expected]);
      await expect(d.search.search({ availableFrom: '2013-08-02', availableTo: '2013-08-01' }, RECRUITER)).rejects.toMatchObject({ fields: [{ field: 'availableTo' }] });
    });

    it('does not list somebody whose days a mission holds', async () => {
      const d = await filled();
      const { experts } = await d.search.search({ text: '2' }, RECRUITER);
      const held = { from: '2013-10-01', to: '2013-10-31' };
      await d.database.transaction((tx) => d.reservations.reserve(tx, { expertId: experts[0]?.id ?? '', requestId: 'request', offerId: 'offer', period: held }));
      expect(await numbers(d, { availableFrom: '2013-10-31', availableTo: '2013-11-10' })).toEqual([1, 3, 4]);
      expect(await numbers(d, { availableFrom: '2013-11-01', availableTo: '2013-11-10' })).toEqual([1, 2, 3, 4]);
    });

    it('shows pages of 25 by roster number that together are the count', async () => {
      const d = await desk();
      const rows = Array.from({ length: 60 }, (_, index) => `Name${'abcdefghij'[index % 10]},Given,p${index}@example.org,male,${index % 2 ? 'KEN' : 'UGA'}`);
      await d.importer.run(csvSource(['family_name,given_name,email,gender,nationality', ...rows].join('\n')), { actor: RECRUITER });
      const pages = await Promise.all([1, 2, 3].map((page) => d.search.search({ page }, RECRUITER)));
      expect(pages.map(({ total, experts }) => [total, experts.length])).toEqual([[60, 25], [60, 25], [60, 10]]);
      expect(pages.flatMap(({ experts }) => experts.map(({ number }) => number))).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
      expect(await d.search.search({ page: 99 }, RECRUITER)).toMatchObject({ page: 3, total: 60 });
      expect(await d.search.search({ page: 2, nationality: 'KEN' }, RECRUITER)).toMatchObject({ total: 30, experts: { length: 5 } });
      expect(await d.search.search({ page: 7, nationality: 'FRA' }, RECRUITER)).toMatchObject({ page: 1, total: 0, experts: [] });
    });
  });

  describe('the pool', () => {
    it('is built once for callers at the same time, and again after a change', async () => {
      const d = await desk();
      const made = await d.profiles.create(newExpert({ memberships: [joining('external')] }), RECRUITER);
      const [one, two] = await Promise.all([d.pool.asOf('2013-06-15'), d.pool.asOf('2013-06-15')]);
      expect(one.pool).toBe(two.pool);
      expect(one.revision).toBe(await d.pool.revision());
      expect((await d.pool.asOf('2013-07-01')).pool.asOf).toBe('2013-07-01');
      await d.memberships.decide(made.id, { roster: 'external', to: 'under-vetting', reason: 'Complete.' }, PANEL);
      const { pool, revision } = await d.pool.current();
      expect(revision).toBe(one.revision + 1);
      expect(pool.profile(1)?.memberships).toMatchObject([{ state: 'under-vetting' }]);
      expect(one.pool.profile(1)?.memberships).toMatchObject([{ state: 'applied' }]);
    });

    it('holds exactly what is compared, without names and addresses', async () => {
      const d = await desk();
      const made = await d.profiles.create(newExpert({ familyName: 'Unmistakable', email: 'unmistakable@example.org', themes: [{ theme: 'detention', level: 'good', status: 'verified' }] }), RECRUITER);
      const profile = await d.pool.profile(made.id);
      expect(profile).toEqual({ id: made.id, number: 1, nationality: 'KEN', gender: 'female', degrees: [], experience: [], knowledge: [], languages: [], themes: made.themes, trainings: [], unavailable: [], memberships: [] });
      expect(JSON.stringify((await d.pool.current()).pool.profile(1))).not.toMatch(/unmistakable/i);
      expect(await d.pool.profile('nobody')).toBeUndefined();
    });

    it('is never half old and half new while the roster is being changed', async () => {
      const d = await desk();
      const made = await d.profiles.create(newExpert({ themes: [{ theme: 'detention', level: 'good', status: 'verified' }], languages: [{ language: 'en', level: 1, status: 'verified' }] }), RECRUITER);
      let last = made;
      const writing = (async () => {
        for (let turn = 0; turn < 8; turn += 1) {
          const even = turn % 2 === 0;
          last = await d.profiles.update(made.id, edited(last, { themes: [{ theme: even ? 'justice' : 'detention', level: 'good', status: 'verified' }], languages: [{ language: even ? 'fr' : 'en', level: 1, status: 'verified' }] }), RECRUITER);
        }
      })();
      for (let look = 0; look < 12; look += 1) {
        const profile = (await d.pool.current()).pool.profile(1);
        expect([['justice', 'fr'], ['detention', 'en']]).toContainEqual([profile?.themes[0]?.theme, profile?.languages[0]?.language]);
      }
      await writing;
    });
  });

  it('tells how to write to somebody', async () => {
    const d = await desk();
    const { id, email } = await d.profiles.create(newExpert({ givenName: 'Amara', familyName: 'Okello', language: 'fr' }), RECRUITER);
    expect(await d.contacts.contact(id)).toEqual({ name: 'Amara Okello', email, language: 'fr' });
    expect(await d.contacts.contact('nobody')).toBeUndefined();
    expect([...(await d.contacts.addressees([id, 'nobody']))]).toEqual([[id, { name: 'Amara Okello', email }]]);
  });
});
