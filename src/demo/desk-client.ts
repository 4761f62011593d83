import { DemoFailure } from './demo-failure.js';

/** An answer that is no success: what the API says to the person. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}

/** Somebody who is signed in and works through the API, as any program would. */
export class DeskClient {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  static async signIn(url: string, email: string, password: string): Promise<DeskClient> {
    const answer = await fetch(`${url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    const cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    if (!answer.ok || !cookie) throw new DemoFailure(`Signing in with a demo account was answered with ${answer.status}.`);
    return new DeskClient(url, cookie);
  }

  get<T>(path: string): Promise<T> {
    return this.succeed<T>('GET', path);
  }

  post<T>(path: string, body: object): Promise<T> {
    return this.succeed<T>('POST', path, body);
  }

  put<T>(path: string, body: object): Promise<T> {
    return this.succeed<T>('PUT', path, body);
  }

  /** For what must be refused: the refusal; a success ends the demo. */
  refused(path: string, body: object): Promise<Refusal> {
    return this.fail('POST', path, body);
  }

  /** For what must not be shown: the refusal; a success ends the demo. */
  refusedLook(path: string): Promise<Refusal> {
    return this.fail('GET', path);
  }

  private async fail(method: string, path: string, body?: object): Promise<Refusal> {
    const answer = await this.call(method, path, body);
    if (answer.ok) throw new DemoFailure(`${method} ${path} succeeded, although it had to be refused.`);
    return { status: answer.status, ...((await answer.json()) as Omit<Refusal, 'status'>) };
  }

  private async succeed<T>(method: string, path: string, body?: object): Promise<T> {
    const answer = await this.call(method, path, body);
    if (!answer.ok) throw new DemoFailure(`${method} ${path} was answered with ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  private call(method: string, path: string, body?: object): Promise<Response> {
    const headers = { cookie: this.cookie, ...(body ? { 'content-type': 'application/json' } : {}) };
    return fetch(`${this.url}/api/v1/${path}`, { method, headers, body: body ? JSON.stringify(body) : null });
  }
}
