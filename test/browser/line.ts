import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll } from 'vitest';
import type { Office } from '../system/officer.ts';

/** The line between the pages and the system, which can go bad; its address stays. */
export interface Line extends Office {
  /** Every connection breaks, and no other is made until it is mended. */
  cut(): void;
  mend(): void;
  /** The present connections pass nothing any more and are never told so, as where a router forgot them. */
  forget(): void;
}

const lines = new Set<() => Promise<unknown>>();

/** A line to the system, whichever address it has at the time. */
export async function layLine(system: Office): Promise<Line> {
  const sockets = new Set<Socket>();
  const forgotten = new Set<Socket>();
  let isCut = false;
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    // A broken line is what is wanted here.
    return socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  };
  const server = createServer((socket) => {
    const near = keep(socket);
    if (isCut) return near.destroy();
    const far = keep(connect(Number(new URL(system.address()).port), '127.0.0.1'));
    const end = (socket: Socket) => void (forgotten.has(socket) || socket.destroy());
    near.pipe(far).on('close', () => end(near));
    far.pipe(near).on('close', () => end(far));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  lines.add(async () => {
    cut();
    for (const socket of forgotten) socket.destroy();
    await once(server.close(), 'close');
  });
  return {
    address: () => `http://127.0.0.1:${port}`,
    password: () => system.password(),
    cut,
    mend: () => void (isCut = false),
    forget: () => {
      for (const socket of sockets) forgotten.add(socket.unpipe().pause());
      sockets.clear();
    },
  };
}

afterAll(async () => {
  for (const end of lines) await end();
});
