import { Get, Query } from '@nestjs/common';
import { type Actor, may } from '../../core/access.js';
import { Allow, Me } from '../../platform/http/index.js';
import { Pages, page } from '../../web/index.js';
import { SurgeReader } from './services/surge-reader.service.js';
import { PastQueryDto, SurgeQueueQueryDto } from './surge.dto.js';
import { PastRequests, Queue } from './views/queue.js';

/** The queue, and apart from it the missions and what is over. */
@Pages('surge')
export class SurgeQueuePages {
  constructor(private readonly reader: SurgeReader) {}

  @Get()
  @Allow('surge:read')
  async queue(@Query() query: SurgeQueueQueryDto, @Me() me: Actor) {
    const [lines, drafts] = [await this.reader.queue(query, me), await this.reader.drafts(me)];
    return page(
      { title: 'Surge queue', me, wide: true },
      <Queue lines={lines} drafts={drafts} filter={query} mayRequest={may(me, 'surge:request')} />,
    );
  }

  @Get('past')
  @Allow('surge:read')
  async past(@Query() { page: number }: PastQueryDto, @Me() me: Actor) {
    return page({ title: 'Missions and past requests', me, wide: true }, <PastRequests found={await this.reader.past(number ?? 1, me)} />);
  }
}
