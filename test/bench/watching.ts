import { Agent, request } from 'node:http';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/** Seconds for which is asked. */
export const SECONDS = 4;

/** What is asked, again and again, by some connections; none of them: the health check alone. */
export interface Asking {
  readonly port: number;
  readonly connections: number;
  /** A star stands for another number each time, so that nothing kept from before answers. */
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly cookie?: string;
}

export interface Seen {
  /** Milliseconds of each health check. */
  readonly health: readonly number[];
  /** How often the question was answered. */
  readonly answers: number;
  /** Answers other than 2xx. */
  readonly refused: number;
}

if (!isMainThread && (workerData as { watching?: true } | null)?.watching)
  parentPort?.postMessage(await ask((workerData as { asking: Asking }).asking));

/** Asks from a thread of its own, so that nobody who asks waits for the answers of others. */
export function watch(asking: Asking): Promise<Seen> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { watching: true, asking } });
  return new Promise((seen, failed) => {
    worker.once('message', seen);
    worker.once('error', failed);
  });
}

/** The health check alone, then while the question is asked. */
export async function atRestAndBusy(asking: Asking): Promise<{ readonly atRest: Seen; readonly busy: Seen; readonly asked: Seen }> {
  const alone = { port: asking.port, connections: 0, path: '/health/live' };
  const atRest = await watch(alone);
  const [busy, asked] = await Promise.all([watch(alone), watch(asking)]);
  return { atRest, busy, asked };
}

async function ask(asking: Asking): Promise<Seen> {
  const agent = new Agent({ keepAlive: true });
  const end = performance.now() + 1000 * SECONDS;
  const health: number[] = [];
  let [started, answers, refused] = [0, 0, 0];
  const asksOn = async () => {
    for (; performance.now() < end; answers++) {
      const path = asking.path.replace('*', String(started++));
      if ((await once({ ...asking, path }, agent)) >= 300) refused++;
    }
  };
  const checksOn = async () => {
    while (performance.now() < end) {
      const start = performance.now();
      await once({ ...asking, path: '/health/live' }, agent);
      health.push(performance.now() - start);
      await new Promise((later) => setTimeout(later, 5));
    }
  };
  await (asking.connections === 0 ? checksOn() : Promise.all(Array.from({ length: asking.connections }, asksOn)));
  agent.destroy();
  return { health, answers, refused };
}

/** The status. */
function once({ port, path, method = 'GET', cookie }: Asking, agent: Agent): Promise<number> {
  return new Promise((done, failed) => {
    request({ port, host: '127.0.0.1', path, method, agent, headers: cookie ? { cookie } : {} }, (response) =>
      response.resume().once('end', () => done(response.statusCode ?? 0)),
    )
      .once('error', failed)
      .end();
  });
}

/** What one turn of the event loop took of the processor at most: other work on the machine makes it wait, but not longer. */
export class LongestTurn {
  private longest = 0;
  private used = process.threadCpuUsage();
  private readonly timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(this.used);
    this.longest = Math.max(this.longest, (user + system) / 1000);
    this.used = process.threadCpuUsage();
  }, 1);

  /** Milliseconds. */
  end(): number {
    clearInterval(this.timer);
    return this.longest;
  }
}
