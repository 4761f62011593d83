import type { Actor } from '../../src/core/access.js';
import type { ExpertView } from '../../src/features/roster/index.js';
import { AuditEntry } from '../../src/platform/audit/index.js';
import { onEveryDatabase } from '../support/databases.js';
import {
  AUDITOR,
  joining,
  newExpert,
  numbersFound,
  OFFICER,
  PANEL,
  RECRUITER,
  refusal,
  rosterDesk,
  UNDP,
  UNICEF,
} from '../support/roster-desk.js';

onEveryDatabase((open) => {
  const desk = async () => rosterDesk((await open()).database);

  describe('a membership', () => {
    it('of the external roster is vetted step by step, each with a reason that is kept', async () => {
      const d = await desk();
      const { id } = await d.profiles.create(
        newExpert({ memberships: [joining('external', { reason: 'Applied by letter.' })] }),
        RECRUITER,
      );
      await expect(d.memberships.decide(id, { roster: 'external', to: 'active', reason: 'Too fast' }, PANEL)).rejects.toEqual(
        refusal('roster.vetting-not-allowed', 'under-vetting or withdrawn'),
      );
      await d.memberships.decide(id, { roster: 'external', to: 'under-vetting', reason: 'Papers are complete.' }, PANEL);
      await expect(d.memberships.decide(id, { roster: 'external', to: 'active', reason: 'Not mine to decide' }, RECRUITER)).rejects.toEqual(
        refusal('roster.vetting-not-allowed'),
      );
      await d.memberships.decide(id, { roster: 'external', to: 'active', reason: 'Strong interview.' }, PANEL);
      const view = await d.profiles.view(id, PANEL);
      expect(view.memberships).toEqual([{ roster: 'external', agency: null, state: 'active', since: '2013-06-15', until: null }]);
      expect(view.decisions.map(({ from, to, reason, decidedAs }) => [from, to, reason, decidedAs])).toEqual([
        ['under-vetting', 'active', 'Strong interview.', 'panel-member'],
        ['applied', 'under-vetting', 'Papers are complete.', 'panel-member'],
        ['none', 'applied', 'Applied by letter.', 'recruiter'],
      ]);
      const audited = await d.database.read
        .getRepository(AuditEntry)
        .find({ where: { action: 'roster.membership-moved' }, order: { id: 'ASC' } });
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
      const outcomes = await Promise.allSettled(
        (['active', 'rejected'] as const).map((to) => d.memberships.decide(id, { roster: 'external', to, reason: 'Decided.' }, PANEL)),
      );
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect((await d.profiles.view(id, PANEL)).decisions).toHaveLength(3);
    });

    it('of the interagency roster is proposed by the own agency, self-declared, and by nobody for another', async () => {
      const d = await desk();
      const made = await d.profiles.create(newExpert({ memberships: [joining('interagency')] }), UNDP);
      expect(made.memberships).toMatchObject([{ agency: 'UNDP', state: 'active', since: '2013-06-15' }]);
      await expect(
        d.profiles.create(newExpert({ memberships: [joining('interagency', { agency: 'UNICEF' })] }), UNDP),
      ).rejects.toMatchObject({ fields: [{ field: 'memberships' }] });
      await expect(d.profiles.create(newExpert(), UNDP)).rejects.toMatchObject({ fields: [{ field: 'memberships' }] });
      await expect(
        d.profiles.create(
          newExpert({ memberships: [joining('interagency')], languages: [{ language: 'fr', level: 4, status: 'verified' }] }),
          UNDP,
        ),
      ).rejects.toMatchObject({ fields: [{ field: 'languages.0.status' }] });
      await expect(d.profiles.create(newExpert({ memberships: [joining('external')] }), UNDP)).rejects.toEqual(
        refusal('roster.vetting-not-allowed'),
      );
      await d.memberships.decide(made.id, { roster: 'interagency', to: 'withdrawn', reason: 'Needed at home.' }, UNDP);
      await expect(d.memberships.decide(made.id, { roster: 'interagency', to: 'active', reason: 'Mine now?' }, UNICEF)).rejects.toEqual(
        refusal('not-found'),
      );
    });

    it('is held once on each roster', async () => {
      const d = await desk();
      const { id } = await d.profiles.create(newExpert({ memberships: [joining('interagency')] }), RECRUITER);
      await expect(d.memberships.join(id, joining('interagency', { agency: 'UNICEF' }), RECRUITER)).rejects.toEqual(
        refusal('conflict.duplicate', 'it is active'),
      );
      await d.memberships.join(id, joining('external'), RECRUITER);
      expect((await d.profiles.view(id, RECRUITER)).memberships.map(({ roster, state }) => [roster, state])).toEqual([
        ['interagency', 'active'],
        ['external', 'applied'],
      ]);
    });
  });

  describe('what exists', () => {
    it('does not tell an agency that its colleague has applied elsewhere, nor how that ended', async () => {
      const d = await desk();
      const [one, other] = [[joining('interagency')], [joining('interagency'), joining('external')]];
      for (const memberships of [one, other]) {
        const { id } = await d.profiles.create(newExpert({ memberships }), RECRUITER);
        await expect(d.memberships.join(id, joining('external'), UNDP)).rejects.toEqual(refusal('roster.vetting-not-allowed'));
      }
    });

    it('depends on who looks: list, count, page and every step', async () => {
      const d = await desk();
      const undp = await d.profiles.create(newExpert({ memberships: [joining('interagency')] }), RECRUITER);
      const both = await d.profiles.create(
        newExpert({ memberships: [joining('interagency', { agency: 'UNICEF' }), joining('external')] }),
        RECRUITER,
      );
      const external = await d.profiles.create(newExpert({ memberships: [joining('external')] }), RECRUITER);
      const none = await d.profiles.create(newExpert(), RECRUITER);
      const everybody = [undp, both, external, none];
      const seen: [Actor, ExpertView[]][] = [
        [RECRUITER, everybody],
        [OFFICER, everybody],
        [AUDITOR, everybody],
        [UNDP, [undp]],
        [UNICEF, [both]],
        [PANEL, [both, external]],
        [{ ...UNDP, agency: null }, []],
      ];
      for (const [actor, mine] of seen) {
        expect(await numbersFound(d, {}, actor)).toEqual(mine.map(({ number }) => number));
        expect(
          [
            ...(
              await d.contacts.names(
                everybody.map(({ id }) => id),
                actor,
              )
            ).keys(),
          ].sort(),
        ).toEqual(mine.map(({ id }) => id).sort());
        for (const one of everybody) {
          if (mine.includes(one)) expect((await d.profiles.view(one.id, actor)).number).toBe(one.number);
          else await expect(d.profiles.view(one.id, actor)).rejects.toEqual(refusal('not-found', 'no such expert'));
        }
      }
      await expect(d.profiles.view('nobody', RECRUITER)).rejects.toEqual(refusal('not-found', 'no such expert'));
      await expect(d.memberships.decide(undp.id, { roster: 'interagency', to: 'withdrawn', reason: 'Not visible' }, PANEL)).rejects.toEqual(
        refusal('not-found'),
      );
      // The other roster of somebody who is visible is invisible all the same.
      expect((await d.profiles.view(both.id, PANEL)).memberships.map(({ roster }) => roster)).toEqual(['external']);
      expect((await d.profiles.view(both.id, PANEL)).decisions.map(({ roster }) => roster)).toEqual(['external']);
      expect((await d.profiles.view(both.id, UNICEF)).memberships.map(({ roster }) => roster)).toEqual(['interagency']);
      expect(await numbersFound(d, { roster: 'interagency' }, PANEL)).toEqual([]);
      expect(await numbersFound(d, { agency: 'UNICEF' }, PANEL)).toEqual([]);
      expect(await numbersFound(d, { roster: 'external' }, UNICEF)).toEqual([]);
    });

    it('is noted when an auditor looks at a profile, and only then', async () => {
      const d = await desk();
      const { id } = await d.profiles.create(newExpert(), RECRUITER);
      await d.profiles.view(id, OFFICER);
      await d.profiles.view(id, AUDITOR);
      expect(await d.database.read.getRepository(AuditEntry).find({ where: { action: 'roster.expert-looked-at' } })).toMatchObject([
        { actorId: AUDITOR.accountId, subjectId: id },
      ]);
    });
  });
});
