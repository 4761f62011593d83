import { Get, Query } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import { type Actor, may } from '../../core/access.js';
import { Allow, Me } from '../../platform/http/index.js';
import { Pages, page } from '../../web/index.js';
import { AlternativeReader } from './services/alternative-reader.service.js';
import { SurgeOfficers } from './services/surge-officers.service.js';
import { SurgeQueueReader } from './services/surge-queue-reader.service.js';
import { PastQueryDto, SurgeQueueQueryDto } from './surge.dto.js';
import { PastRequests } from './views/past.js';
import { QUEUE_VIEWS, Queue, type QueueView } from './views/queue.js';

/** The filters of the queue, and how to look at it. */
export class SurgeQueuePageDto extends SurgeQueueQueryDto {
  @IsOptional()
  @IsIn(QUEUE_VIEWS, { message: `Choose one of ${QUEUE_VIEWS.join(', ')}.` })
  view?: QueueView;
}

/** The queue, and apart from it the missions and what is over. */
@Pages('surge')
export class SurgeQueuePages {
  constructor(
    private readonly reader: SurgeQueueReader,
    private readonly officers: SurgeOfficers,
    private readonly alternatives: AlternativeReader,
  ) {}

  @Get()
  @Allow('surge:read')
  async queue(@Query() { view = 'list', ...query }: SurgeQueuePageDto, @Me() me: Actor) {
    const desk = may(me, 'surge:decide');
    return page(
      { title: 'Surge queue', me, wide: true },
      <Queue
        lines={await this.reader.lines(query, me)}
        drafts={await this.reader.drafts(me)}
        query={query}
        view={view}
        load={desk ? await this.reader.load(me) : null}
        officers={desk ? await this.officers.colleagues() : []}
        mayRequest={may(me, 'surge:request')}
        toArrange={desk ? await this.alternatives.toArrange(me) : []}
      />,
    );
  }

  @Get('past')
  @Allow('surge:read')
  async past(@Query() { before }: PastQueryDto, @Me() me: Actor) {
    const found = await this.reader.past(before, me);
    return page({ title: 'Missions and past requests', me, wide: true }, <PastRequests found={found} older={before !== undefined} />);
  }
}
