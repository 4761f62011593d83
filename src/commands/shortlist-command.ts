import type { INestApplicationContext } from '@nestjs/common';
import type { IsoDate } from '../core/dates.js';
import { Posts } from '../features/posts/index.js';
import { Shortlists, ShortlistViews, shortlistText } from '../features/shortlists/index.js';
import { countryName } from '../platform/reference-data/index.js';
import { OPERATOR } from './desk.js';

/** Runs the shortlist of a post and prints it with its reasons. The run is kept, as one made on the page. */
export async function runShortlist(
  desk: INestApplicationContext,
  postId: string,
  options: { size?: number; asOf?: IsoDate; reasons?: number },
): Promise<number> {
  const run = await desk.get(Shortlists).run(postId, { size: options.size, asOf: options.asOf }, OPERATOR);
  const view = await desk.get(ShortlistViews).show(run.id, 1, OPERATOR);
  console.log(shortlistText(view, { reasonsFor: options.reasons }));
  console.log(`Kept as run ${run.id}.`);
  return 0;
}

/** The posts that a shortlist can be run for. */
export async function listPosts(desk: INestApplicationContext): Promise<number> {
  const { items: posts } = await desk.get(Posts).list({}, OPERATOR);
  if (posts.length === 0) console.log('There is no post yet. Make one on the page /posts/new.');
  for (const { id, level, country, state } of posts) console.log(`${id}  ${level}  ${state.padEnd(10)} ${countryName(country)}`);
  return 0;
}
