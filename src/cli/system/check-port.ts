import { once } from 'node:events';
import { createServer } from 'node:net';
import { portTaken } from './start-parts.ts';

/** Refuses a port that is taken, before anything else is started: the commonest mistake should cost a second, not ten. */
export const checkPort = async (port: number): Promise<void> => {
  const server = createServer();
  const failed = new Promise<never>((_resolve, reject) => {
    server.once('error', () => reject(portTaken(port)));
  });
  server.listen(port, '127.0.0.1');
  await Promise.race([once(server, 'listening'), failed]);
  server.close();
  await once(server, 'close');
};
