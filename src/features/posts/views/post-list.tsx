import type { PostState } from '../../../core/post.js';
import { COUNTRY_CODES, countryName } from '../../../platform/reference-data/index.js';
import { Button, ButtonLink, type Column, Day, Form, Pagination, Select, Table, Tag, type Tone } from '../../../web/index.js';
import type { PostEntity } from '../post.entity.js';
import type { PostPage } from '../posts.service.js';

export const POST_STATE_NAMES: Readonly<Record<PostState, string>> = { draft: 'Draft', published: 'Published', closed: 'Closed' };
const TONES: Readonly<Record<PostState, Tone>> = { draft: 'warning', published: 'good', closed: 'neutral' };

export function PostStateTag({ state }: { state: PostState }) {
  return <Tag tone={TONES[state]}>{POST_STATE_NAMES[state]}</Tag>;
}

const COLUMNS: readonly Column<PostEntity>[] = [
  { head: 'Country', cell: (post) => <a href={`/posts/${post.id}`}>{countryName(post.country)}</a>, names: true },
  { head: 'Level', cell: (post) => post.level },
  { head: 'State', cell: (post) => <PostStateTag state={post.state} /> },
  { head: 'Written', cell: (post) => <Day value={post.createdAt.slice(0, 10)} /> },
  { head: 'Published', cell: (post) => <Day value={post.publishedAt?.slice(0, 10)} /> },
  { head: 'Closed', cell: (post) => <Day value={post.closedAt?.slice(0, 10)} /> },
];

export function PostList({ found, state, mayWrite }: { found: PostPage; state: string | undefined; mayWrite: boolean }) {
  const form = new Form({ state: state ?? '' });
  const hrefOf = (page: number) => `/posts?${new URLSearchParams({ ...(state && { state }), page: String(page) })}`;
  return (
    <>
      <p class="lead">
        Posts of Human Rights Advisers. Each is the Standard TOR adapted to a country, and the ground that its shortlists stand on.
      </p>
      {mayWrite ? (
        <p>
          <ButtonLink href="/posts/new" tone="main">
            Write a new post
          </ButtonLink>
        </p>
      ) : null}
      <form method="get" action="/posts" class="row">
        <Select form={form} name="state" label="State" options={POST_STATE_NAMES} empty="All states" optional />
        <Button tone="quiet">Filter</Button>
      </form>
      <Table
        caption="Posts, newest first"
        columns={COLUMNS}
        rows={found.items}
        keyOf={(post) => post.id}
        empty={mayWrite ? 'No post here yet. Write the first one.' : 'No post here yet.'}
      />
      <Pagination page={found.page} pageSize={found.pageSize} total={found.total} hrefOf={hrefOf} />
    </>
  );
}

/** The first step of a new post. A plain GET, so that it works everywhere and can be linked to. */
export function CountryChoice() {
  return (
    <form method="get" action="/posts/new" class="form narrow">
      <p>The post is filled in from the Standard TOR and the country's needs; you adapt it on the next page.</p>
      <Select
        form={new Form()}
        name="country"
        label="Country of the post"
        options={COUNTRY_CODES.map((code) => [code, countryName(code)] as const)}
        empty="Choose a country"
      />
      <Button>Continue</Button>
    </form>
  );
}
