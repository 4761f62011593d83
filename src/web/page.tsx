import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Layout, type PageProps } from './layout.js';

/** A whole HTML document and the status it is answered with. */
export class Page {
  constructor(
    protected readonly props: PageProps,
    protected readonly body: VNode,
    readonly status: number = 200,
  ) {}

  withStatus(status: number): Page {
    return new Page(this.props, this.body, status);
  }

  render(): string {
    return `<!doctype html>${renderToString(<Layout {...this.props}>{this.body}</Layout>)}`;
  }
}

/** A part of a page that a script asked for, to put in place of what stands there. */
export class Fragment extends Page {
  override withStatus(status: number): Fragment {
    return new Fragment(this.props, this.body, status);
  }

  override render(): string {
    return renderToString(this.body);
  }
}

/** "See other": the answer to every form that did something, so that reloading does not do it again. */
export class Redirect {
  readonly status = 303;
  constructor(readonly location: string) {}
}

export function page(props: PageProps, body: VNode): Page {
  return new Page(props, body);
}

/** A path on this site; anything else throws, so that a form can never be made to lead elsewhere. */
export function redirect(path: string): Redirect {
  if (localPath(path) === undefined) throw new RangeError('a redirect must stay on this site');
  return new Redirect(path);
}

/** The path when it stays on this site, otherwise undefined: `//host`, `/\host`, `https:` and control characters do not. */
export function localPath(path: unknown): string | undefined {
  return typeof path === 'string' && path.length <= 2000 && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path) ? path : undefined;
}

export function fragment(body: VNode): Fragment {
  return new Fragment({ title: '', me: null }, body);
}
