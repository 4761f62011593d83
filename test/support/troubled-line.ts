import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * What happens to one connection to a mail server. `refused`: closed at once. `cut-in-data`: closed in the middle of the mail.
 * `cut-before-yes`: the server has taken the mail, and its yes never arrives. `slow`: each reply comes 60 ms late.
 * `silent`: nothing ever comes. `fine`: nothing happens.
 */
export type Trouble = 'refused' | 'cut-in-data' | 'cut-before-yes' | 'slow' | 'silent' | 'fine';

/** A line to a mail server on which the next connections have the troubles that are told, one each; afterwards it is fine. */
export interface TroubledLine {
  readonly url: string;
  trouble(...troubles: readonly Trouble[]): void;
  close(): Promise<void>;
}

/** Started for one test; the caller closes it. */
export async function startTroubledLine(serverUrl: string): Promise<TroubledLine> {
  const troubles: Trouble[] = [];
  const open = new Set<Socket>();
  const line = createServer((client) => {
    const server = connect(Number(new URL(serverUrl).port), '127.0.0.1');
    for (const socket of [client, server]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => open.delete(socket));
    }
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
    carry(client, server, troubles.shift() ?? 'fine');
  });
  line.listen(0, '127.0.0.1');
  await once(line, 'listening');
  return {
    url: `smtp://127.0.0.1:${(line.address() as AddressInfo).port}`,
    trouble: (...more) => void troubles.push(...more),
    async close() {
      for (const socket of open) socket.destroy();
      line.close();
      await once(line, 'close');
    },
  };
}

function carry(client: Socket, server: Socket, trouble: Trouble): void {
  let inMail = false;
  if (trouble === 'refused') client.destroy();
  client.on('data', (chunk: Buffer) => {
    if (trouble === 'cut-in-data' && inMail) {
      server.write(chunk.subarray(0, chunk.length / 2), () => client.destroy());
    } else server.write(chunk);
  });
  server.on('data', (reply: Buffer) => {
    if (trouble === 'cut-before-yes' && inMail && /^250/m.test(reply.toString())) client.destroy();
    else if (trouble === 'slow') setTimeout(() => client.write(reply), 60);
    else if (trouble !== 'silent') client.write(reply);
    inMail ||= /^354/m.test(reply.toString()); // several replies may come in one piece
  });
}
