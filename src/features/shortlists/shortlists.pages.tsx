import { Body, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { type Actor, may } from '../../core/access.js';
import { Allow, Id, Me } from '../../platform/http/index.js';
import { countryName } from '../../platform/reference-data/index.js';
import { Form, Pages, page, redirect, submit } from '../../web/index.js';
import { PostDocument, PostSituations, Posts, PostVersions, PostVersionsCard } from '../posts/index.js';
import { RunDto, ShortlistQueryDto, STANDARD_SIZE } from './shortlist.dto.js';
import { computable } from './shortlist-view.js';
import { ShortlistViews } from './shortlist-views.service.js';
import { Shortlists } from './shortlists.service.js';
import { CandidatePage } from './views/candidate-page.js';
import { EarlierRuns, PostActions } from './views/post-runs.js';
import { RunLinks } from './views/record/run-links.js';
import { ShortlistPage } from './views/shortlist-page.js';

/** The page of one post, with its shortlists. */
@Pages('posts')
export class PostShortlistPages {
  constructor(
    private readonly posts: Posts,
    private readonly shortlists: Shortlists,
    private readonly versions: PostVersions,
  ) {}

  @Get(':id')
  @Allow('posts:read')
  show(@Id() id: string, @Me() me: Actor) {
    return this.document(id, new Form({ size: String(STANDARD_SIZE) }), me);
  }

  @Post(':id/shortlists')
  @Allow('shortlists:run')
  run(@Id() id: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(RunDto, body, {
      act: async (dto) => redirect(`/shortlists/${(await this.shortlists.run(id, dto, me)).id}`),
      again: (form) => this.document(id, form, me),
    });
  }

  private async document(id: string, form: Form, me: Actor) {
    const post = await this.posts.one(id, me);
    const themes = await this.posts.themes(post);
    const proposed = await this.posts.proposals(post);
    const versions = await this.versions.of(id, me);
    const runs = may(me, 'shortlists:read') ? await this.shortlists.of(id, me) : null;
    return page(
      { title: `Human Rights Adviser in ${countryName(post.country)}`, me },
      <PostDocument
        post={post}
        themes={themes}
        actions={<PostActions post={post} me={me} form={form} />}
        situations={<PostSituations postId={id} accepted={post.situations} proposed={proposed} mayAccept={may(me, 'posts:edit')} />}
        versions={<PostVersionsCard versions={versions} postId={id} mayCorrect={post.state === 'published' && may(me, 'posts:edit')} />}
      >
        {runs ? <EarlierRuns runs={runs} /> : null}
      </PostDocument>,
    );
  }
}

@Pages('shortlists')
export class ShortlistPages {
  constructor(
    private readonly views: ShortlistViews,
    private readonly shortlists: Shortlists,
  ) {}

  @Get(':id')
  @Allow('shortlists:read')
  async show(@Id() id: string, @Query() query: ShortlistQueryDto, @Me() me: Actor) {
    const view = await this.views.show(id, query.page, me);
    const runs = await this.shortlists.of(view.run.postId, me);
    const earlier = runs.filter(({ id: other }) => other < view.run.id);
    return page(
      { title: `Shortlist for ${countryName(view.post.country)}`, me, wide: true },
      <ShortlistPage view={view} compares={may(me, 'records:read') && computable(view.run)}>
        <RunLinks run={view.run} earlier={earlier} me={me} />
      </ShortlistPage>,
    );
  }

  @Get(':id/candidates/:number')
  @Allow('shortlists:read')
  async candidate(@Id() id: string, @Param('number', ParseIntPipe) number: number, @Me() me: Actor) {
    const view = await this.views.candidate(id, number, me);
    return page(
      { title: `Candidate on the shortlist for ${countryName(view.post.country)}`, me },
      <CandidatePage
        view={view}
        mayOpenProfile={may(me, 'roster:read')}
        mayAskWhatIsNeeded={may(me, 'records:read') && computable(view.run)}
      />,
    );
  }
}
