import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { createDatabase } from './databases.ts';

const server = process.env['TEST_DATABASE_URL'];

/** PostgreSQL's answer to a connection that it does not take: severity, code and message. */
function refusal(code: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

/** The address of a database behind a door that answers the first connections with an error and lets the later ones in. */
async function behindDoor(url: string, refused: number, answer: Buffer): Promise<string> {
  const { port, hostname } = new URL(url);
  let tries = 0;
  const open = new Set<Socket>();
  const door = createServer((socket) => {
    open.add(socket.on('error', () => {}));
    if ((tries += 1) <= refused) {
      socket.once('data', () => socket.end(answer));
      return;
    }
    const inside = connect(Number(port), hostname);
    open.add(inside.on('error', () => {}));
    socket.pipe(inside).pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(door, 'listening');
  ends.push(() => {
    open.forEach((socket) => socket.destroy());
    door.close();
  });
  const address = new URL(url);
  address.hostname = '127.0.0.1';
  address.port = String((door.address() as AddressInfo).port);
  return address.href;
}

test.skipIf(server === undefined)('a server that is starting up is waited for', async () => {
  const starting = refusal('57P03', 'the database system is starting up');
  const databaseUrl = await behindDoor(await createDatabase(server!), 3, starting);
  const opening = await openStore({ databaseUrl });
  expect(opening.opened ? undefined : opening.failure).toBeUndefined();
  if (opening.opened) await opening.store.close();
});

test.skipIf(server === undefined)('a server that refuses for another reason is not', async () => {
  const unknown = refusal('28P01', 'password authentication failed for user "jiechu"');
  const databaseUrl = await behindDoor(await createDatabase(server!), 3, unknown);
  const opening = await openStore({ databaseUrl });
  expect(opening).toMatchObject({ opened: false, failure: { code: 'database-unreachable' } });
});
