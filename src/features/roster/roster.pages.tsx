import { Body, Get, Post, Query } from '@nestjs/common';
import { type Actor, may } from '../../core/access.js';
import { Allow, Id, Me } from '../../platform/http/index.js';
import { Form, Pages, page, redirect, submit } from '../../web/index.js';
import { DecisionDto } from './expert.dto.js';
import { RosterMemberships } from './roster-memberships.service.js';
import { RosterProfiles } from './roster-profiles.service.js';
import { RosterSearch } from './roster-search.service.js';
import { ExpertFilters } from './search.dto.js';
import { Person, Profile } from './views/expert.js';
import { Memberships } from './views/memberships.js';
import { Search } from './views/search.js';

@Pages('roster')
export class RosterPages {
  constructor(
    private readonly roster: RosterSearch,
    private readonly profiles: RosterProfiles,
    private readonly memberships: RosterMemberships,
  ) {}

  @Get()
  @Allow('roster:read')
  list(@Query() query: Record<string, string | string[]>, @Me() me: Actor) {
    const mayImport = may(me, 'roster:import');
    const form = new Form({ ...query });
    return submit(ExpertFilters, query, {
      act: async (filters) =>
        page(
          { title: 'Roster', me, wide: true },
          <Search form={form} filters={filters} found={await this.roster.search(filters, me)} mayImport={mayImport} />,
        ),
      again: (wrong) => page({ title: 'Roster', me, wide: true }, <Search form={wrong} filters={{}} mayImport={mayImport} />),
    });
  }

  @Get('experts/:id')
  @Allow('roster:read')
  expert(@Id() id: string, @Me() me: Actor) {
    return this.show(id, me);
  }

  @Post('experts/:id/decisions')
  @Allow('roster:vet', 'roster:propose', 'roster:edit')
  decide(@Id() id: string, @Body() body: unknown, @Me() me: Actor) {
    return submit(DecisionDto, body, {
      act: async (dto) => {
        await this.memberships.decide(id, dto, me);
        return redirect(`/roster/experts/${encodeURIComponent(id)}`);
      },
      again: (form) => this.show(id, me, form),
    });
  }

  private async show(id: string, me: Actor, form?: Form) {
    const expert = await this.profiles.view(id, me);
    return page(
      { title: `Expert ${expert.number}`, me, wide: true },
      <>
        <Person expert={expert} />
        {may(me, 'surge:read') ? (
          <p>
            <a href={`/missions?expert=${expert.id}`}>Missions, with reports and ratings</a>
          </p>
        ) : null}
        <Memberships expert={expert} me={me} form={form} />
        <Profile expert={expert} />
      </>,
    );
  }
}
