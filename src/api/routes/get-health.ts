import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';

/** `GET /healthz`: the process answers. `GET /readyz`: the store and the engine answer too. */
export function getHealth(app: ApiApp, { engine, store }: ApiContext): void {
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
    return { status: isReady ? 'ready' : 'not-ready', store: isStoreThere, engine: isEngineThere };
  });
}
