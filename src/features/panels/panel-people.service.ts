import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import type { CountryCode, Gender } from '../../core/expert.js';
import { PANEL_ROLES } from '../../core/panel.js';
import { AccountsService, type AccountView } from '../accounts/index.js';
import { RosterContacts, RosterPool } from '../roster/index.js';
import { RunReader, type ShortlistRun } from '../shortlists/index.js';
import { PanelBooks } from './panel-book.js';

/** Somebody who can be invited. */
export type Invitable = Pick<AccountView, 'id' | 'name' | 'role'>;

/** Who members and candidates are, at this moment. Callers decide first whether that may be known. */
@Injectable()
export class PanelPeople {
  constructor(
    private readonly books: PanelBooks,
    private readonly contacts: RosterContacts,
    private readonly pool: RosterPool,
    private readonly accounts: AccountsService,
    private readonly runs: RunReader,
  ) {}

  /** The run and who can be invited to a panel on it: everybody but oneself, of the RCs those of the country. Throws 'not-found'. */
  async choices(runId: string, me: Actor): Promise<{ run: ShortlistRun; invitable: Invitable[] }> {
    const run = await this.runs.run(runId, me);
    return { run, invitable: await this.invitable(run.requirement.country, me) };
  }

  /** Who can still be invited to a panel. */
  async invitableTo(panelId: string, me: Actor): Promise<Invitable[]> {
    const { book } = await this.books.seat(panelId, me);
    return (await this.invitable(book.panel.country, me)).filter(({ id }) => !book.member(id));
  }

  /** Names of candidates by expert id, whichever roster they are on; who has left it is not there. */
  async candidates(expertIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (expertIds.length === 0) return new Map();
    return new Map([...(await this.contacts.addressees(expertIds))].map(([id, { name }]) => [id, name]));
  }

  /** Names of accounts by id. */
  async accountNames(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.accounts.list()).map(({ id, name }) => [id, name]));
  }

  /** By letter, for the rule about the recommended list only: never shown, never part of a rating. */
  async genders(panelId: string): Promise<ReadonlyMap<string, Gender>> {
    const book = await this.books.book(panelId);
    const genders = new Map<string, Gender>();
    for (const { letter, expertId } of book?.candidates ?? [])
      genders.set(letter, (await this.pool.profile(expertId))?.gender ?? 'not-stated');
    return genders;
  }

  private async invitable(country: CountryCode, me: Actor): Promise<Invitable[]> {
    const roles: readonly string[] = PANEL_ROLES;
    return (await this.accounts.list())
      .filter(({ role, disabled, id }) => roles.includes(role) && !disabled && id !== me.accountId)
      .filter((account) => account.role !== 'resident-coordinator' || account.country === country)
      .map(({ id, name, role }) => ({ id, name, role }));
  }
}
