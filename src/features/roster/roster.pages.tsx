import { Body, Get, Post, Query } from '@nestjs/common';
import { type Actor, may } from '../../core/access.js';
import { Allow, Id, Me } from '../../platform/http/index.js';
import { ButtonLink, Form, Pages, page, redirect, submit } from '../../web/index.js';
import { selfDeclared } from './claims/verification-form.js';
import { DecisionDto, JoinDto } from './expert.dto.js';
import { RosterMemberships } from './roster-memberships.service.js';
import { RosterProfiles } from './roster-profiles.service.js';
import { RosterSearch } from './roster-search.service.js';
import { ExpertFilters } from './search.dto.js';
import { Person, Profile } from './views/expert.js';
import { Joining, openRosters } from './views/joining.js';
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
    const rights = { mayEnter: may(me, 'roster:edit') || may(me, 'roster:propose'), mayImport: may(me, 'roster:import') };
    const form = new Form({ ...query });
    return submit(ExpertFilters, query, {
      act: async (filters) =>
        page(
          { title: 'Roster', me, wide: true },
          <Search form={form} filters={filters} found={await this.roster.search(filters, me)} {...rights} />,
        ),
      again: (wrong) => page({ title: 'Roster', me, wide: true }, <Search form={wrong} filters={{}} {...rights} />),
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

  @Get('experts/:id/memberships')
  @Allow('roster:edit', 'roster:propose')
  addTo(@Id() id: string, @Me() me: Actor) {
    return this.joining(id, me, new Form());
  }

  @Post('experts/:id/memberships')
  @Allow('roster:edit', 'roster:propose')
  join(@Id() id: string, @Body() body: unknown, @Me() me: Actor) {
    return submit(JoinDto, body, {
      act: async (dto) => {
        await this.memberships.join(id, dto, me);
        return redirect(`/roster/experts/${id}`);
      },
      again: (form) => this.joining(id, me, form),
    });
  }

  private async joining(id: string, me: Actor, form: Form) {
    const expert = await this.profiles.view(id, me);
    return page({ title: `Add expert ${expert.number} to a roster`, me }, <Joining expert={expert} me={me} form={form} />);
  }

  private async show(id: string, me: Actor, form?: Form) {
    const expert = await this.profiles.view(id, me);
    return page(
      { title: `Expert ${expert.number}`, me, wide: true },
      <>
        <Person expert={expert} mayChange={may(me, 'roster:edit')} />
        {may(me, 'surge:read') ? (
          <p>
            <a href={`/missions?expert=${expert.id}`}>Missions, with reports and ratings</a>
          </p>
        ) : null}
        <Memberships expert={expert} me={me} form={form} />
        {openRosters(expert, me).length > 0 ? (
          <p>
            <ButtonLink href={`/roster/experts/${expert.id}/memberships`}>Add to a roster</ButtonLink>
          </p>
        ) : null}
        {(may(me, 'roster:edit') || may(me, 'roster:vet')) && selfDeclared(expert).length > 0 ? (
          <p>
            <ButtonLink href={`/roster/experts/${expert.id}/verification`}>Record what was checked</ButtonLink>
          </p>
        ) : null}
        <Profile expert={expert} />
      </>,
    );
  }
}
