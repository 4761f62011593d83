import type { DomainError } from '../../src/core/errors.js';
import type { UpdateExpertDto } from '../../src/features/roster/expert.dto.js';
import { ExpertEntity } from '../../src/features/roster/expert.entity.js';
import { onEveryDatabase } from '../support/databases.js';
import { edited, newExpert, RECRUITER, refusal, rosterDesk } from '../support/roster-desk.js';

onEveryDatabase((open) => {
  const desk = async () => rosterDesk((await open()).database);

  describe('a profile', () => {
    it('keeps everything, in order, and gives parts an id that outlives a change', async () => {
      const d = await desk();
      const made = await d.profiles.create(
        newExpert({
          languages: [
            { language: 'fr', level: 3, status: 'verified' },
            { language: 'en', level: 4, status: 'self-declared' },
          ],
          experience: [
            {
              from: '2010-01-01',
              to: null,
              kinds: ['human-rights'],
              percentage: 80,
              level: 'P-4',
              engagement: 'staff',
              title: 'Officer',
              employer: 'OHCHR',
              countries: ['KEN'],
              status: 'self-declared',
            },
          ],
          unavailable: [{ from: '2013-01-01', to: '2013-01-31' }],
        }),
        RECRUITER,
      );
      expect(made).toMatchObject({
        number: 1,
        version: 1,
        languages: [{ language: 'fr' }, { language: 'en' }],
        memberships: [],
        decisions: [],
      });
      const [french, english] = made.languages;
      const changed = await d.profiles.update(
        made.id,
        edited(made, {
          languages: [...made.languages, { language: 'sw', level: 2, status: 'self-declared' }].slice(1) as UpdateExpertDto['languages'],
        }),
        RECRUITER,
      );
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
      const changed = await d.profiles.update(
        other.id,
        edited(other, { languages: one.languages as UpdateExpertDto['languages'] }),
        RECRUITER,
      );
      expect(changed.languages[0]?.id).not.toBe(one.languages[0]?.id);
      expect((await d.profiles.view(one.id, RECRUITER)).languages).toEqual(one.languages);
    });

    it('changed by two people at once is changed by one, and the other is told', async () => {
      const d = await desk();
      const made = await d.profiles.create(newExpert(), RECRUITER);
      const outcomes = await Promise.allSettled(
        ['Anna', 'Bela'].map((givenName) => d.profiles.update(made.id, edited(made, { givenName }), RECRUITER)),
      );
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
      await expect(d.profiles.create(newExpert({ email: `  ${first.email.toUpperCase()}` }), RECRUITER)).rejects.toEqual(
        refusal('roster.duplicate-person'),
      );
      const other = await d.profiles.create(newExpert(), RECRUITER);
      await expect(d.profiles.update(other.id, edited(other, { email: first.email }), RECRUITER)).rejects.toEqual(
        refusal('roster.duplicate-person'),
      );
      expect(await d.database.read.getRepository(ExpertEntity).count()).toBe(2);
    });

    it('is refused with the field that is wrong, and nothing is changed', async () => {
      const d = await desk();
      const job = {
        from: '2012-01-01',
        to: '2011-01-01',
        kinds: [],
        percentage: 100,
        level: '',
        engagement: 'staff' as const,
        title: '',
        employer: '',
        countries: ['edited, newExpert, RECRUITER, refusal, rosterDeskX'],
        status: 'self-declared' as const,
      };
      await expect(d.profiles.create(newExpert({ experience: [job], email: 'nowhere' }), RECRUITER)).rejects.toMatchObject({
        code: 'input.invalid',
        fields: [{ field: 'email' }, { field: 'experience.0.to' }, { field: 'experience.0.countries.0' }],
      });
      expect(await d.pool.revision()).toBe(0);
    });
  });

  it('tells how to write to somebody', async () => {
    const d = await desk();
    const { id, email } = await d.profiles.create(newExpert({ givenName: 'Amara', familyName: 'Okello', language: 'fr' }), RECRUITER);
    expect(await d.contacts.contact(id)).toEqual({ name: 'Amara Okello', email, language: 'fr' });
    expect(await d.contacts.contact('nobody')).toBeUndefined();
    expect([...(await d.contacts.addressees([id, 'nobody']))]).toEqual([[id, { name: 'Amara Okello', email, language: 'fr' }]]);
  });
});
