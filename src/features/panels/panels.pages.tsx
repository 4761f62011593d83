import { Body, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { notFound } from '../../core/errors.js';
import { Allow, Id, Me } from '../../platform/http/index.js';
import { countryName } from '../../platform/reference-data/index.js';
import { Form, Pages, page, redirect, submit } from '../../web/index.js';
import { DeclarationDto, MembersDto, NewPanelDto, ResolutionDto, ReturnDto } from './panel.dto.js';
import { PanelDeclarations } from './panel-declarations.service.js';
import { PanelPeople } from './panel-people.service.js';
import { PanelViews } from './panel-views.service.js';
import { Panels } from './panels.service.js';
import { NewPanelForm, NoRunYet } from './views/panel-form.js';
import { PanelList } from './views/panel-list.js';
import { type PanelForms, PanelPage } from './views/panel-page.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Candidates of a panel unless another number is asked for. */
const USUAL_SIZE = 5;

/** Panels: one's own, a new one, and the page of each. */
@Pages('panels')
export class PanelPages {
  constructor(
    private readonly panels: Panels,
    private readonly people: PanelPeople,
    private readonly declarations: PanelDeclarations,
    private readonly views: PanelViews,
  ) {}

  @Get()
  @Allow('panels:read')
  async list(@Me() me: Actor) {
    return page({ title: 'Panels', me }, <PanelList panels={await this.views.list(me)} />);
  }

  @Get('new')
  @Allow('panels:edit')
  write(@Query('run') run: unknown, @Me() me: Actor) {
    return this.form(new Form({ candidates: String(USUAL_SIZE) }), run, me);
  }

  @Post()
  @Allow('panels:edit')
  setUp(@Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(NewPanelDto, body, {
      act: async (dto) => redirect(`/panels/${(await this.panels.setUp(dto, me)).id}`),
      again: (form) => this.form(form, form.value('runId'), me),
    });
  }

  @Get(':id')
  @Allow('panels:read')
  show(@Id() id: string, @Me() me: Actor) {
    return this.shown(id, me, {});
  }

  @Post(':id/declaration')
  @Allow('panels:rate')
  declare(@Id() id: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(DeclarationDto, body, {
      act: async (dto) => {
        await this.declarations.declare(id, dto, me);
        return redirect(`/panels/${id}`);
      },
      again: (declaration) => this.shown(id, me, { declaration }),
    });
  }

  @Post(':id/conflicts')
  @Allow('panels:edit')
  resolve(@Id() id: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(ResolutionDto, body, {
      act: async (dto) => {
        await this.declarations.resolve(id, dto, me);
        return redirect(`/panels/${id}`);
      },
      again: (conflict) => this.shown(id, me, { conflict }),
    });
  }

  @Post(':id/members')
  @Allow('panels:edit')
  changeMembers(@Id() id: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(MembersDto, body, {
      act: async (dto) => {
        await this.panels.changeMembers(id, dto, me);
        return redirect(`/panels/${id}`);
      },
      again: (members) => this.shown(id, me, { members }),
    });
  }

  @Post(':id/dissolution')
  @Allow('panels:edit')
  dissolve(@Id() id: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(ReturnDto, body, {
      act: async (dto) => {
        await this.panels.dissolve(id, dto, me);
        return redirect(`/panels/${id}`);
      },
      again: (dissolution) => this.shown(id, me, { dissolution }),
    });
  }

  private async form(form: Form, runId: unknown, me: Actor) {
    if (runId === undefined || runId === '') return page({ title: 'A new panel', me }, <NoRunYet />);
    if (typeof runId !== 'string' || !UUID.test(runId)) throw notFound('shortlist');
    const { run, invitable } = await this.people.choices(runId, me);
    const title = `A panel for the post in ${countryName(run.requirement.country)}`;
    return page({ title, me }, <NewPanelForm form={form} run={run} invitable={invitable} />);
  }

  private async shown(id: string, me: Actor, refused: Partial<PanelForms>) {
    const view = await this.views.overview(id, me);
    const empty = new Form();
    return page(
      { title: `Panel for the post in ${countryName(view.panel.country)}`, me },
      <PanelPage
        view={view}
        invitable={view.keepsRecord ? await this.people.invitableTo(id, me) : []}
        forms={{ declaration: empty, conflict: empty, members: empty, dissolution: empty, ...refused }}
      />,
    );
  }
}
