import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { may, type Permission, ROLES, type Role } from '../core/access.js';
import { asset, assetByFile, assetUrl } from './assets.js';
import { Day, Moment, Money, StackedBar, Table } from './components/index.js';
import { localPath, page, redirect } from './page.js';

const actor = (role: Role) => ({ accountId: '1', role, name: 'A <b>', country: null, agency: null });

describe('page', () => {
  it('is a whole document in which what people typed is text', () => {
    const html = page({ title: 'Posts <script>', me: actor('recruiter'), flash: '<i>done</i>' }, <p>{'<img src=x>'}</p>).render();
    expect(html).toMatch(/^<!doctype html><html lang="en" dir="ltr">/);
    expect(html).toContain('<meta name="viewport"');
    expect(html).toContain('<title>Posts &lt;script> – HRA desk</title>');
    expect(html).not.toMatch(/<script|<img|<i>|<b>|style=/);
    expect(html.match(/<h1>/g)).toHaveLength(1);
  });

  it.each(ROLES)('shows %s only the places that role may open', (role) => {
    const html = page({ title: 'x', me: actor(role) }, <p />).render();
    const places: Record<string, Permission> = {
      '/surge': 'surge:read',
      '/posts': 'posts:read',
      '/roster': 'roster:read',
      '/needs': 'needs:read',
      '/notices': 'notices:read',
      '/accounts': 'accounts:edit',
    };
    for (const [path, permission] of Object.entries(places)) expect(html.includes(`href="${path}"`)).toBe(may({ role }, permission));
  });

  it('leads from the menu of a phone to the own mails and the own password', () => {
    const [, menu] = page({ title: 'x', me: actor('auditor') }, <p />)
      .render()
      .split('<details class="menu">');
    for (const path of ['/how-you-are-told', '/password']) expect(menu).toContain(`href="${path}"`);
  });

  it('shows no navigation to somebody who has not signed in', () => {
    expect(page({ title: 'x', me: null }, <p />).render()).not.toMatch(/<nav|sign-out/);
  });

  it('loads a script only where it is asked for', () => {
    expect(page({ title: 'x', me: null }, <p />).render()).not.toContain('<script');
    expect(page({ title: 'x', me: null, enhanced: true }, <p />).render()).toContain(
      `<script src="${assetUrl('htmx.js')}" defer></script>`,
    );
  });
});

describe('localPath', () => {
  it.each(['/', '/surge/1?x=1#y', '/a//b'])('keeps %s', (path) => expect(localPath(path)).toBe(path));
  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    'surge',
    '/a\nb',
    '/\t/evil.example',
    '/a\\b',
    ['/a'],
    undefined,
  ])('refuses %p', (path) => expect(localPath(path)).toBeUndefined());

  it('never leads to another host, whatever it keeps', () => {
    fc.assert(
      fc.property(
        fc.string().map((text) => `/${text}`),
        (path) => {
          const kept = localPath(path);
          if (kept !== undefined) expect(new URL(kept, 'https://desk.example').host).toBe('desk.example');
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('holds redirects to this site', () => expect(() => redirect('//evil.example')).toThrow(RangeError));
});

describe('components', () => {
  const text = (node: Parameters<typeof renderToString>[0]) => renderToString(node).replaceAll(/<[^>]+>/g, '');

  it('writes days, moments and money so that they cannot be mistaken', () => {
    expect(text(<Day value="2026-03-04" />)).toBe('4 Mar 2026');
    expect(text(<Day value={null} />)).toBe('–');
    expect(text(<Moment value="2026-11-24T05:43:29.000Z" />)).toBe('24 Nov 2026, 05:43 UTC');
    expect(text(<Money cents={25_000_000} />)).toBe('US$ 250,000');
    expect(text(<Money cents={-105} />)).toBe('−US$ 1.05');
  });

  it('says in words what a stacked bar shows, and never draws past its end', () => {
    const html = renderToString(
      <StackedBar
        label="Score"
        max={100}
        segments={[
          { label: 'Themes', value: 30 },
          { label: 'Languages', value: 10 },
        ]}
      />,
    );
    expect(html).toContain('aria-label="Score: 40 of 100. Themes 30, Languages 10."');
    expect(html).toMatch(/part-2" x="30" y="0" width="10"/);
  });

  it('labels every cell for the phone, and says so when there are no rows', () => {
    const table = (rows: number[]) =>
      renderToString(
        <Table
          caption="Numbers"
          rows={rows}
          keyOf={(row) => row}
          columns={[
            { head: 'Number', cell: (row) => row, names: true },
            { head: 'Double', cell: (row) => row * 2, numeric: true },
          ]}
          empty="No numbers yet."
        />,
      );
    expect(table([4])).toContain('<td role="cell" class="number" data-label="Double"><div>8</div></td>');
    expect(table([])).toBe('<p class="empty">No numbers yet.</p>');
  });
});

describe('assets', () => {
  it('are known by the hash of their content only', () => {
    expect(assetByFile(asset('desk.css').file)).toBe(asset('desk.css'));
    expect(assetByFile('desk.css')).toBeUndefined();
    expect(assetByFile('../package.json')).toBeUndefined();
  });

  it('keep the style small', () => expect(asset('desk.css').plain.length).toBeLessThan(20_000));
});
