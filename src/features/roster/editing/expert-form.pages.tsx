import { Body, Get, Post } from '@nestjs/common';
import { type Actor, may } from '../../../core/access.js';
import { DomainError } from '../../../core/errors.js';
import { Allow, Id, Me } from '../../../platform/http/index.js';
import { Form, type Page, Pages, page, type Redirect, redirect, submit } from '../../../web/index.js';
import { CreateExpertDto, UpdateExpertDto } from '../expert.dto.js';
import { RosterProfiles } from '../roster-profiles.service.js';
import { ExpertForm, type ExpertFormProps } from '../views/form/expert-form.js';
import { ExpertChanges } from './expert-changes.service.js';
import { afterStep, atTheirFields, type FormStep, stepIn, storedValues, toSave } from './expert-form.js';
import type { Values } from './form-rows.js';

/** A new form: a person who joins one roster. */
const NOBODY: Values = { 'memberships.0.roster': '' };

/** Why a form is shown once more. */
interface Reason {
  readonly form?: Form;
  readonly step?: FormStep;
  readonly conflict?: ExpertFormProps['conflict'];
}

/** The form of a profile. It saves through the same service and checks as the API. */
@Pages('roster/experts')
export class ExpertFormPages {
  constructor(
    private readonly profiles: RosterProfiles,
    private readonly changes: ExpertChanges,
  ) {}

  @Get('new')
  @Allow('roster:edit', 'roster:propose')
  empty(@Me() me: Actor): Page {
    return this.newForm(me, NOBODY);
  }

  @Post('new')
  @Allow('roster:edit', 'roster:propose')
  create(@Body() body: unknown, @Me() me: Actor): Page | Promise<Page | Redirect> {
    const { values, step } = sent(body);
    if (step) return this.newForm(me, afterStep(values, step), { step });
    return submit(CreateExpertDto, toSave(values), {
      act: async (dto) => redirect(`/roster/experts/${(await this.profiles.create(dto, me)).id}`),
      again: (form) => this.newForm(me, form.values, { form }),
    });
  }

  @Get(':id/edit')
  @Allow('roster:edit')
  async edit(@Id() id: string, @Me() me: Actor): Promise<Page> {
    return this.changeForm(id, me, storedValues(await this.profiles.view(id, me)));
  }

  @Post(':id/edit')
  @Allow('roster:edit')
  async change(@Id() id: string, @Body() body: unknown, @Me() me: Actor): Promise<Page | Redirect> {
    const { values, step, since } = sent(body);
    if (step) {
      const after = afterStep(values, step, step.act === 'take' ? await this.stored(id, me) : {});
      return this.changeForm(id, me, after, { step, conflict: await this.conflict(id, since, after, me) });
    }
    return submit(UpdateExpertDto, toSave(values), {
      act: async (dto) => {
        try {
          await this.profiles.update(id, dto, me);
        } catch (error) {
          if (error instanceof DomainError && error.code === 'conflict.stale') return this.stale(id, since ?? dto.version, values, me);
          throw error;
        }
        return redirect(`/roster/experts/${id}`);
      },
      again: async (form) => this.changeForm(id, me, form.values, { form, conflict: await this.conflict(id, since, form.values, me) }),
    });
  }

  /** The form with everything that was typed, from now on against the newest version, and what was changed before it. */
  private async stale(id: string, since: number, typed: Values, me: Actor): Promise<Page> {
    const conflict = await this.conflict(id, since, typed, me);
    const values = { ...typed, version: conflict?.stored['version'] ?? '' };
    return this.changeForm(id, me, values, { conflict }).withStatus(409);
  }

  /** What others changed since the version on which the typing began; it stays on the form until that is saved. Undefined without one. */
  private async conflict(id: string, since: number | undefined, typed: Values, me: Actor): Promise<ExpertFormProps['conflict']> {
    if (since === undefined) return undefined;
    return { since, changes: await this.changes.since(id, since), stored: await this.stored(id, me), typed };
  }

  private async stored(id: string, me: Actor): Promise<Values> {
    return storedValues(await this.profiles.view(id, me));
  }

  private newForm(me: Actor, values: Values, reason: Reason = {}): Page {
    return this.form('New expert', me, values, reason);
  }

  private changeForm(id: string, me: Actor, values: Values, reason: Reason = {}): Page {
    return this.form('Change a profile', me, values, reason, id);
  }

  private form(title: string, me: Actor, values: Values, { form, step, conflict }: Reason, id?: string): Page {
    const mayVerify = may(me, 'roster:edit');
    const shown = new Form(values, atTheirFields(form?.problems ?? []), form?.summary);
    const added = step?.act === 'add' ? step.part : undefined;
    const taken = step?.act === 'take' ? step.what : undefined;
    return page(
      { title, me, enhanced: true },
      <ExpertForm {...{ id, form: shown, added, taken, conflict, mayVerify, agency: mayVerify ? null : me.agency }} />,
    );
  }
}

interface Sent {
  readonly values: Values;
  /** The button that was pressed when it was not the one that saves. */
  readonly step: FormStep | undefined;
  /** The version on which the typing began, where others have changed the profile since. */
  readonly since: number | undefined;
}

function sent(body: unknown): Sent {
  const { step = '', since = '', ...values } = Form.sent(body).values;
  return {
    values,
    step: stepIn([step].flat().join('')),
    since: typeof since === 'string' && /^\d{1,9}$/.test(since) ? Number(since) : undefined,
  };
}
