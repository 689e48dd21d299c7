import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';

const sickShownMax = 20;

/** `GET /healthz`: the process answers. `GET /readyz`: the store and the engine answer too. */
export function getHealth(app: ApiApp, { engine, store, watch }: ApiContext): void {
  const schema = { tags: ['operation'] };
  app.get('/healthz', { schema }, async () => ({ status: 'ok' }));
  app.get('/readyz', { schema }, async (_request, reply) => {
    const [isStoreThere, isEngineThere] = await Promise.all([
      store.ping().then(
        () => true,
        () => false,
      ),
      engine.isReady(),
    ]);
    const isReady = isStoreThere && isEngineThere;
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
    };
  });
}
