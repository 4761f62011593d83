import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import { DomainError } from '../../../core/errors.js';
import { inWords } from '../../../core/surge.js';
import { Database, isUniqueViolation, type Tx } from '../../../platform/database/index.js';
import { SurgeEvent } from '../entities/surge-event.entity.js';
import { SurgeRequest } from '../entities/surge-request.entity.js';
import type { NewSurgeRequestDto, SurgeAskDto } from '../surge.dto.js';
import { SurgeRecord } from './surge-record.service.js';
import { asked, SurgeRequests } from './surge-requests.service.js';

/** One form in one tab: what it writes, and what it knows of the draft. */
export interface DraftForm {
  /** The draft that the form was opened on; left out in a form for a new request. */
  readonly id?: string;
  /** Made with the form, so that what it sends twice or again counts once. */
  readonly token: string;
  /** The version that it last heard of; left out until the first answer has come. */
  readonly version?: number;
}

/**
 * Drafts that are kept while somebody types. Forms on a poor connection send again what may have arrived: the same form may always
 * save over itself, whether it heard the answer or not. Another form, or a colleague, in between is told instead.
 */
@Injectable()
export class SurgeDrafts {
  constructor(
    private readonly database: Database,
    private readonly record: SurgeRecord,
    private readonly requests: SurgeRequests,
  ) {}

  /**
   * Keeps what the form says, and submits it when told to. What was submitted before is given back unchanged when its form arrives again.
   * Throws `conflict.stale` when another form changed the draft since, `surge.not-allowed`, `input.invalid` or `not-found`.
   */
  async keep({ submit, ...ask }: NewSurgeRequestDto, form: DraftForm, me: Actor): Promise<SurgeRequest> {
    const attempt = () =>
      this.database.transaction(async (tx) => {
        const draft = await this.draftOf(tx, form, me);
        if (draft) return this.goOn(tx, draft, { ask, submit, form }, me);
        return this.requests.create(tx, { ask, submit, key: form.token }, me);
      });
    try {
      return await attempt();
    } catch (error) {
      if (isUniqueViolation(error)) return attempt(); // the same form has just arrived a second time
      throw error;
    }
  }

  private async draftOf(tx: Tx, { id, token }: DraftForm, me: Actor): Promise<SurgeRequest | null> {
    if (id !== undefined) return this.record.open(tx, id, me);
    const made = await tx.getRepository(SurgeRequest).findOneBy({ formKey: `${me.accountId}:${token}` });
    return made && this.record.open(tx, made.id, me);
  }

  private async goOn(
    tx: Tx,
    draft: SurgeRequest,
    { ask, submit, form }: { ask: SurgeAskDto; submit?: boolean; form: DraftForm },
    me: Actor,
  ): Promise<SurgeRequest> {
    const ours = draft.lastForm === form.token;
    if (draft.state !== 'draft') {
      if (ours) return draft;
      throw new DomainError(
        'surge.not-allowed',
        `${draft.reference} is ${inWords(draft.state)}; only a draft can be edited. Write to the desk on its page.`,
      );
    }
    if (!ours && draft.version !== form.version)
      throw new DomainError(
        'conflict.stale',
        `${draft.reference} has been changed in another window or by a colleague since this form was opened, so nothing of this form was kept. Copy what you need, open the draft again and go on there.`,
      );
    if (changes(draft, asked(ask))) await this.change(tx, Object.assign(draft, asked(ask), { lastForm: form.token }), me);
    if (submit) await this.requests.submit(tx, Object.assign(draft, { lastForm: form.token }), me);
    return draft;
  }

  /** One line of the history for a stretch of typing, not one for every few words. */
  private async change(tx: Tx, draft: SurgeRequest, me: Actor): Promise<void> {
    const last = await tx.getRepository(SurgeEvent).findOne({ where: { requestId: draft.id }, order: { id: 'DESC' } });
    if (last?.actorId === me.accountId && (last.kind === 'edited' || last.kind === 'begun')) await this.record.save(tx, draft);
    else await this.record.note(tx, draft, { kind: 'edited', by: me });
  }
}

function changes(draft: SurgeRequest, ask: Required<SurgeAskDto>): boolean {
  return (Object.keys(ask) as (keyof SurgeAskDto)[]).some((field) => JSON.stringify(draft[field]) !== JSON.stringify(ask[field]));
}
