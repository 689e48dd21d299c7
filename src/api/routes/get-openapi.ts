import type { ApiApp } from '../api-app.ts';

/** `GET /api/openapi.json`: this interface, described. */
export function getOpenapi(app: ApiApp): void {
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
