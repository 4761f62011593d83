import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor, rosterScope } from '../../core/access.js';
import { Database } from '../../platform/database/index.js';
import { type Addressee, type RecipientResolver, ResolvesRecipient } from '../../platform/mail/index.js';
import { ExpertEntity } from './expert.entity.js';
import { loadParts } from './profile-parts.js';
import { seesExpert } from './scope.js';

/** SQLite takes 32,766 values in one statement. */
const MOST_IDS = 5_000;

/** Names and addresses, only for the moment of sending or showing. */
@Injectable()
@ResolvesRecipient('expert')
export class RosterContacts implements RecipientResolver {
  constructor(private readonly database: Database) {}

  /** Undefined when there is no such expert. */
  async contact(expertId: string): Promise<Addressee | undefined> {
    const [expert] = await this.byId([expertId]);
    return expert && addresseeOf(expert);
  }

  async addressees(ids: readonly string[]): Promise<ReadonlyMap<string, Addressee>> {
    return new Map((await this.byId(ids)).map((expert) => [expert.id, addresseeOf(expert)]));
  }

  /** Names by id, for a page: experts that do not exist for the reader are left out. */
  async names(expertIds: readonly string[], me: Actor): Promise<ReadonlyMap<string, string>> {
    const experts = await this.byId(expertIds);
    const memberships = 'all' in rosterScope(me) ? undefined : await loadParts(this.database.read, expertIds, ['memberships']);
    const shown = experts.filter(({ id }) => memberships === undefined || seesExpert(me, memberships.get(id)?.memberships ?? []));
    return new Map(shown.map((expert) => [expert.id, nameOf(expert)]));
  }

  private async byId(ids: readonly string[]): Promise<ExpertEntity[]> {
    const found: ExpertEntity[] = [];
    for (let at = 0; at < ids.length; at += MOST_IDS)
      found.push(...(await this.database.read.getRepository(ExpertEntity).findBy({ id: In(ids.slice(at, at + MOST_IDS)) })));
    return found;
  }
}

function addresseeOf(expert: ExpertEntity): Addressee {
  return { name: nameOf(expert), email: expert.email, language: expert.language };
}

/** `Amara Okello`: given name first, as in a letter. */
export function nameOf({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return `${givenName} ${familyName}`;
}
