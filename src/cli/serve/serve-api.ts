import type { Language } from '../../diagnostics/language.ts';
import { findRoot } from '../find-root.ts';
import { loadRelease } from '../system/load-release.ts';
import { showProblems } from '../system/show-problems.ts';
import { startServer } from '../system/start-parts.ts';
import { untilStopped } from '../system/until-stopped.ts';
import { connectServers } from './serve-settings.ts';

/** Runs the API and the pages against real servers until told to stop; the standards of the root become the release. */
export const serveApi = async (call: {
  readonly root?: string;
  readonly host: string;
  readonly port: number;
  readonly secureCookies: boolean;
  readonly lang: Language;
}): Promise<void> => {
  const root = findRoot(call.root);
  const { release, titles, roles } = await loadRelease(root);
  if (release === undefined) {
    await showProblems(root, call.lang);
    process.exitCode = 1;
    return;
  }
  const connected = await connectServers(process.env);
  await connected.store.releases.put(release, Date.now());
  await connected.store.releases.activate(release.hash);
  const api = await startServer(connected, {
    release,
    titles,
    roles,
    host: call.host,
    port: call.port,
    secureCookies: call.secureCookies,
  });
  process.stdout.write(`${api.address}\n`);
  const running = {
    broken: new Promise<never>(() => undefined),
    stop: async () => {
      await api.stop();
      await connected.close();
      await connected.store.close();
    },
  };
  await untilStopped(running, call.lang);
};
