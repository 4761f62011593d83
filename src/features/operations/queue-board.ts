import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Queue } from 'bullmq';
import { type FastifyInstance, fastify } from 'fastify';
import { Settings } from '../../platform/config/index.js';
import { impatientRedis, QUEUE_NAME } from '../../platform/queue/index.js';

/** Where the board is; its own links start with it. */
export const BOARD_PATH = '/operations/queue';

/** What the board answered to one request. */
export interface BoardAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

interface Board {
  readonly server: FastifyInstance;
  close(): Promise<void>;
}

/**
 * bull-board on a server that listens nowhere: requests are handed to it after our own guards. It shows and changes nothing
 * (docs/adr/queue-board-is-for-looking.md). Made when it is first asked for.
 */
@Injectable()
export class QueueBoard implements OnApplicationShutdown {
  private board: Promise<Board> | undefined;

  constructor(private readonly settings: Settings) {}

  /** The answer to a GET, or null where there is no Redis to look into. */
  async get(url: string): Promise<BoardAnswer | null> {
    const { redisUrl } = this.settings;
    if (!redisUrl) return null;
    this.board ??= open(redisUrl);
    const { server } = await this.board;
    const answer = await server.inject({ method: 'GET', url });
    return { status: answer.statusCode, type: String(answer.headers['content-type'] ?? 'text/plain'), body: answer.rawPayload };
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.board)?.close();
  }
}

async function open(redisUrl: string): Promise<Board> {
  const redis = impatientRedis(redisUrl);
  const queue = new Queue(QUEUE_NAME, { connection: redis, skipVersionCheck: true, skipWaitingForReady: true });
  queue.on('error', () => undefined);
  const serverAdapter = new FastifyAdapter().setBasePath(BOARD_PATH);
  createBullBoard({
    queues: [new BullMQAdapter(queue, { readOnlyMode: true })],
    serverAdapter,
    options: { uiConfig: { boardTitle: 'HRA desk: queue', hideRedisDetails: true } },
  });
  const server = fastify();
  await server.register(serverAdapter.registerPlugin(), { prefix: BOARD_PATH });
  await server.ready();
  return {
    server,
    async close() {
      await server.close();
      redis.disconnect();
      await queue.close();
    },
  };
}
