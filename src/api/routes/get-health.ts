import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';

const sickShownMax = 20;

/** `GET /healthz`: the process answers. `GET /readyz`: the store and the engine answer too, and there is room to write. */
export function getHealth(
  app: ApiApp,
  { engine, engineHasRoom, files, store, watch }: ApiContext,
): void {
  const schema = { tags: ['operation'] };
  app.get('/healthz', { schema }, async () => ({ status: 'ok' }));
  app.get('/readyz', { schema }, async (_request, reply) => {
    const [isStoreThere, isEngineThere, hasRoom, hasRoomForFiles] = await Promise.all([
      holds(store.ping().then(() => true)),
      engine.isReady(),
      holds(store.hasRoom().then((hasRoom) => hasRoom && engineHasRoom())),
      holds(files?.hasRoomFor(0) ?? Promise.resolve(true)),
    ]);
    const isReady = isStoreThere && isEngineThere && hasRoom;
    void reply.code(isReady ? 200 : 503).header('cache-control', 'no-store');
    const sick = watch.sick();
    return {
      status: isReady ? 'ready' : 'not-ready',
      store: isStoreThere,
      engine: isEngineThere,
      // One incident that does not go on does not make the others wait.
      sick: {
        count: sick.length,
        incidents: sick.slice(0, sickShownMax).map(({ incident, what }) => ({ incident, what })),
      },
      room: hasRoom,
      // Without room for files all else works.
      roomForFiles: hasRoomForFiles,
    };
  });
}

const holds = (asked: Promise<boolean>): Promise<boolean> => asked.catch(() => false);
