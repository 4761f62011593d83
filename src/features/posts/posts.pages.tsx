import { Body, Get, Post, Query } from '@nestjs/common';
import { type Actor, may } from '../../core/access.js';
import { CONTEXT_FLAGS, type ContextFlag } from '../../core/needs.js';
import type { PostCriteria } from '../../core/post.js';
import { CRITERIA, FULL_WORTH } from '../../core/requirement.js';
import { partsOfSituations, proposedWeights } from '../../core/situations.js';
import { Allow, Id, Me } from '../../platform/http/index.js';
import { countryName, isCountry } from '../../platform/reference-data/index.js';
import { Form, Pages, page, redirect, submit } from '../../web/index.js';
import { ChangedPostDto, CorrectedPostDto, NewPostForm, PostQueryDto } from './post.dto.js';
import type { PostEntity } from './post.entity.js';
import { PostVersions } from './post-versions.service.js';
import { Posts } from './posts.service.js';
import { PostForm } from './views/post-form.js';
import { CountryChoice, PostList } from './views/post-list.js';

/** Lists, writes and steps of posts. The page of one post is with the shortlists, which it shows. */
@Pages('posts')
export class PostPages {
  constructor(
    private readonly posts: Posts,
    private readonly versions: PostVersions,
  ) {}

  @Get()
  @Allow('posts:read')
  async list(@Query() query: PostQueryDto, @Me() me: Actor) {
    const found = await this.posts.list(query, me);
    return page({ title: 'Posts', me }, <PostList found={found} state={query.state} mayWrite={may(me, 'posts:edit')} />);
  }

  @Get('new')
  @Allow('posts:edit')
  async write(@Query('country') country: unknown, @Me() me: Actor) {
    if (!isCountry(country)) return page({ title: 'New post', me }, <CountryChoice />);
    return this.form(filledWith(await this.posts.standard(country)), country, me);
  }

  @Post()
  @Allow('posts:edit')
  create(@Body() body: Record<string, unknown>, @Me() me: Actor) {
    return submit(NewPostForm, body, {
      act: async (dto) => redirect(`/posts/${(await this.posts.create(dto.country, dto, me)).id}`),
      again: (form) =>
        isCountry(form.value('country')) ? this.form(form, form.value('country'), me) : page({ title: 'New post', me }, <CountryChoice />),
    });
  }

  /** With `accept`, the form comes with that situation and its proposed weights filled in; saving it is the decision. */
  @Get(':id/edit')
  @Allow('posts:edit')
  async edit(@Id() id: string, @Query('accept') accept: unknown, @Me() me: Actor) {
    const post = await this.posts.one(id, me);
    const flag = CONTEXT_FLAGS.find((known) => known === accept);
    return this.changing(filledWith(flag ? accepting(post, flag) : post), id, post.country, post.version, me);
  }

  @Get(':id/correction')
  @Allow('posts:edit')
  async startCorrection(@Id() id: string, @Me() me: Actor) {
    const post = await this.versions.correctable(id, me);
    return this.correcting(filledWith(post), post, me);
  }

  @Post(':id/correction')
  @Allow('posts:edit')
  async correct(@Id() id: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    const post = await this.versions.correctable(id, me);
    return submit(CorrectedPostDto, body, {
      act: async (dto) => redirect(`/posts/${(await this.versions.correct(id, dto.version, dto, dto.reason, me)).id}`),
      again: (form) => this.correcting(form, post, me),
    });
  }

  @Post(':id')
  @Allow('posts:edit')
  async update(@Id() id: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    const { country } = await this.posts.one(id, me);
    return submit(ChangedPostDto, body, {
      act: async (dto) => redirect(`/posts/${(await this.posts.update(id, dto.version, dto, me)).id}`),
      again: (form) => this.changing(form, id, country, Number(form.value('version')) || 0, me),
    });
  }

  @Post(':id/publication')
  @Allow('posts:edit')
  async publish(@Id() id: string, @Me() me: Actor) {
    return redirect(`/posts/${(await this.posts.publish(id, me)).id}`);
  }

  @Post(':id/closure')
  @Allow('posts:edit')
  async close(@Id() id: string, @Me() me: Actor) {
    return redirect(`/posts/${(await this.posts.close(id, me)).id}`);
  }

  private correcting(form: Form, { id, country, version }: PostEntity, me: Actor) {
    return page(
      { title: `Correct the published post in ${countryName(country)}`, me },
      <PostForm
        form={form}
        action={`/posts/${id}/correction`}
        country={country}
        back={`/posts/${id}`}
        version={Number(form.value('version')) || version}
        correction
      />,
    );
  }

  private form(form: Form, country: string, me: Actor) {
    return page(
      { title: `New post in ${countryName(country)}`, me },
      <PostForm form={form} action="/posts" country={country} back="/posts" />,
    );
  }

  private changing(form: Form, id: string, country: string, version: number, me: Actor) {
    return page(
      { title: `Change the post in ${countryName(country)}`, me },
      <PostForm form={form} action={`/posts/${id}`} country={country} back={`/posts/${id}`} version={version} />,
    );
  }
}

/** A form with every per cent of the worth of claims written out. */
function filledWith(criteria: PostCriteria): Form {
  const claimWorth = Object.fromEntries(CRITERIA.map((name) => [name, criteria.claimWorth[name] ?? FULL_WORTH]));
  return Form.filledWith({ ...criteria, claimWorth });
}

function accepting(post: PostEntity, flag: ContextFlag): PostEntity {
  const situations = [...new Set([...post.situations, flag])];
  const weights = partsOfSituations(situations).length > 0 ? proposedWeights(post.weights) : post.weights;
  return { ...post, situations, weights };
}
