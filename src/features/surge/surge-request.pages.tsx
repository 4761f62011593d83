import { Body, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type Actor, may } from '../../core/access.js';
import { SURGE_STEPS, type SurgeState } from '../../core/surge.js';
import { Allow, Me } from '../../platform/http/index.js';
import { Card, Form, type Page, Pages, page, redirect, submit } from '../../web/index.js';
import { NoticeLedger, NoticeList } from '../notices/index.js';
import { SurgeOffers } from './services/surge-offers.service.js';
import { SurgePeople } from './services/surge-people.service.js';
import { SurgeReader } from './services/surge-reader.service.js';
import { SurgeSteps } from './services/surge-steps.service.js';
import { OfferWithdrawalDto, QueueMoveDto, SurgeOffersDto, SurgeStepDto } from './surge.dto.js';
import { Decisions, Move } from './views/decisions.js';
import { ProposalCard } from './views/proposal.js';
import { RequestPage } from './views/request-page.js';

/** Forms of the page that were refused and are shown again, filled in. */
interface Refused {
  readonly step?: Form;
  readonly move?: Form;
  readonly offers?: Form;
}

/** From when on it helps a decision to see who could go. */
const PREVIEWED: readonly SurgeState[] = ['under-review', 'more-information', 'approved'];

/** Everything about one request on one page, and what can be done with it. */
@Pages('surge/:id')
export class SurgeRequestPages {
  constructor(
    private readonly reader: SurgeReader,
    private readonly steps: SurgeSteps,
    private readonly offers: SurgeOffers,
    private readonly people: SurgePeople,
    private readonly ledger: NoticeLedger,
  ) {}

  @Get()
  @Allow('surge:read')
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor) {
    return this.shown(id, me, {});
  }

  @Post('steps')
  @Allow('surge:decide', 'surge:request')
  step(@Param('id', ParseUUIDPipe) id: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(SurgeStepDto, body, {
      act: async (dto) => redirect(`/surge/${(await this.steps.take(id, dto, me)).id}`),
      again: (step) => this.shown(id, me, { step }),
    });
  }

  @Post('moves')
  @Allow('surge:decide')
  move(@Param('id', ParseUUIDPipe) id: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(QueueMoveDto, body, {
      act: async (dto) => redirect(`/surge/${(await this.steps.move(id, dto, me)).id}`),
      again: (move) => this.shown(id, me, { move }),
    });
  }

  @Post('offers')
  @Allow('surge:offer')
  offer(@Param('id', ParseUUIDPipe) id: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(SurgeOffersDto, body, {
      act: async (dto) => {
        await this.offers.send(id, dto, me);
        return redirect(`/surge/${id}`);
      },
      again: (offers) => this.shown(id, me, { offers }),
    });
  }

  @Post('offers/:offerId/withdrawal')
  @Allow('surge:offer')
  withdraw(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('offerId', ParseUUIDPipe) offerId: string,
    @Body() body: Record<string, unknown>,
    @Me() me: Actor,
  ) {
    return submit(OfferWithdrawalDto, body, {
      act: async (dto) => {
        await this.offers.withdraw(id, offerId, dto, me);
        return redirect(`/surge/${id}`);
      },
      again: (step) => this.shown(id, me, { step }),
    });
  }

  private async shown(id: string, me: Actor, refused: Refused): Promise<Page> {
    const view = await this.reader.one(id, me);
    const { request } = view;
    const open = SURGE_STEPS.offer.from.includes(request.state);
    const proposed =
      may(me, 'surge:offer') && (open || PREVIEWED.includes(request.state)) ? await this.people.proposedFor(request, me) : null;
    const lines = may(me, 'notices:read') ? await this.ledger.of(id, me) : null;
    return page(
      { title: `Surge request ${request.reference}`, me, wide: true },
      <RequestPage
        view={view}
        mayOffer={may(me, 'surge:offer')}
        decisions={<Decisions view={view} form={refused.step ?? new Form()} />}
        proposal={proposed ? <ProposalCard request={request} {...proposed} form={refused.offers ?? new Form()} open={open} /> : null}
        move={may(me, 'surge:decide') ? <Move view={view} form={refused.move ?? new Form({ move: request.move })} /> : null}
        notices={
          lines ? (
            <Card title="Notices">
              <NoticeList lines={lines} />
            </Card>
          ) : null
        }
      />,
    );
  }
}
