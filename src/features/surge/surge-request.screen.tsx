import { Injectable } from '@nestjs/common';
import { type Actor, may } from '../../core/access.js';
import { FINAL_STATES, SURGE_STEPS, type SurgeState, sideOf } from '../../core/surge.js';
import { Card, Form, type Page, page } from '../../web/index.js';
import { NoticeLedger, NoticeList } from '../notices/index.js';
import { SurgeOfficers } from './services/surge-officers.service.js';
import { SurgePeople } from './services/surge-people.service.js';
import { SurgeReader } from './services/surge-reader.service.js';
import { Decisions } from './views/decisions.js';
import { HandOver, Move } from './views/handling.js';
import { ProposalCard } from './views/proposal.js';
import { RequestPage } from './views/request-page.js';
import { StatusPage } from './views/status-page.js';
import { Thread } from './views/thread.js';

/** Forms of the page that were refused and are shown again, filled in. */
export interface RefusedForms {
  readonly step?: Form;
  readonly move?: Form;
  readonly officer?: Form;
  readonly message?: Form;
  readonly offers?: Form;
}

/** From when on it helps a decision to see who could go. */
const PREVIEWED: readonly SurgeState[] = ['under-review', 'more-information', 'confirming', 'approved'];

/** The page of one request, as the reader may see it. */
@Injectable()
export class SurgeRequestScreen {
  constructor(
    private readonly reader: SurgeReader,
    private readonly people: SurgePeople,
    private readonly officers: SurgeOfficers,
    private readonly ledger: NoticeLedger,
  ) {}

  /** Throws `not-found` when the request does not exist for the reader. */
  async show(id: string, me: Actor, refused: RefusedForms = {}): Promise<Page> {
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
        decisions={<Decisions view={view} form={refused.step ?? new Form()} me={me.accountId} />}
        thread={<Thread view={view} form={refused.message ?? new Form()} mayWrite={sideOf(me) !== undefined} />}
        proposal={proposed ? <ProposalCard request={request} {...proposed} form={refused.offers ?? new Form()} open={open} /> : null}
        handling={
          may(me, 'surge:decide') && !FINAL_STATES.includes(request.state) ? (
            <Card>
              <HandOver view={view} form={refused.officer ?? new Form()} officers={await this.officers.colleagues()} me={me.accountId} />
              <Move view={view} form={refused.move ?? new Form({ move: request.move })} />
            </Card>
          ) : null
        }
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

  /** What of it can be shown to anybody. Throws as `show` does. */
  async status(id: string, me: Actor): Promise<Page> {
    const status = await this.reader.status(id, me);
    return page({ title: `How ${status.reference} stands`, me }, <StatusPage status={status} path={`/surge/${id}`} />);
  }
}
