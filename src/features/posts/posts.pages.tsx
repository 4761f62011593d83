import { Body, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { type Actor, may } from '../../core/access.js';
import { Allow, Me } from '../../platform/http/index.js';
import { countryName, isCountry } from '../../platform/reference-data/index.js';
import { Form, Pages, page, redirect, submit } from '../../web/index.js';
import { ChangedPostDto, NewPostForm, PostQueryDto } from './post.dto.js';
import { Posts } from './posts.service.js';
import { PostForm } from './views/post-form.js';
import { CountryChoice, PostList } from './views/post-list.js';

/** Lists, writes and steps of posts. The page of one post is with the shortlists, which it shows. */
@Pages('posts')
export class PostPages {
  constructor(private readonly posts: Posts) {}

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
    return this.form(Form.filledWith(await this.posts.standard(country)), country, me);
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

  @Get(':id/edit')
  @Allow('posts:edit')
  async edit(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor) {
    const post = await this.posts.one(id, me);
    return this.changing(Form.filledWith(post), id, post.country, post.version, me);
  }

  @Post(':id')
  @Allow('posts:edit')
  async update(@Param('id', ParseUUIDPipe) id: string, @Body() body: Record<string, unknown>, @Me() me: Actor) {
    const { country } = await this.posts.one(id, me);
    return submit(ChangedPostDto, body, {
      act: async (dto) => redirect(`/posts/${(await this.posts.update(id, dto.version, dto, me)).id}`),
      again: (form) => this.changing(form, id, country, Number(form.value('version')) || 0, me),
    });
  }

  @Post(':id/publication')
  @Allow('posts:edit')
  async publish(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor) {
    return redirect(`/posts/${(await this.posts.publish(id, me)).id}`);
  }

  @Post(':id/closure')
  @Allow('posts:edit')
  async close(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor) {
    return redirect(`/posts/${(await this.posts.close(id, me)).id}`);
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
