import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A way to the database server that can be cut and mended. */
export interface Way {
  readonly url: string;
  cut(): void;
  mend(): void;
  close(): void;
}

/** Lays a way to a database server. */
export async function wayTo(url: string): Promise<Way> {
  const target = new URL(url);
  const [port, host] = [Number(target.port), target.hostname];
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(port, host);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
    near.pipe(far).pipe(near);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  target.host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return {
    url: target.href,
    cut() {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend: () => void (isCut = false),
    close: () => void server.close(),
  };
}
