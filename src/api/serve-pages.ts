import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { ApiApp } from './api-app.ts';

/** Serves the built pages; says whether there are any. */
export async function servePages(app: ApiApp, webFolder: string | undefined): Promise<boolean> {
  if (webFolder === undefined || !existsSync(join(webFolder, 'index.html'))) return false;
  await app.register(fastifyStatic, {
    root: webFolder,
    // Vite puts the content's hash into the name of what it builds; index.html names them and is asked for each time.
    setHeaders: (reply, path) => {
      const isHashed = path.includes('/assets/');
      void reply.header(
        'cache-control',
        isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  return true;
}
