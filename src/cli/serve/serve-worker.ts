import type { Language } from '../../diagnostics/language.ts';
import { stopEach } from '../system/stop-each.ts';
import type { Text } from '../../model/text.ts';
import { checkConnected } from '../pair/hold-pair.ts';
import { startWorker } from '../system/start-parts.ts';
import { untilStopped } from '../system/until-stopped.ts';
import { connectServers } from './serve-settings.ts';

/** Runs a worker against real servers until it is told to stop. Run as many as the load needs. */
export const serveWorker = async (call: { readonly lang: Language }): Promise<void> => {
  const connected = await connectServers(process.env, 'worker');
  const warn = (text: Text): void => void process.stderr.write(`jiechu: ${text[call.lang]}\n`);
  const close = async (): Promise<void> => {
    await connected.close();
    await connected.store.close();
  };
  try {
    await checkConnected(connected, 'worker', { environment: process.env, warn });
  } catch (error) {
    // Anything left open would keep the process from ending.
    await close();
    throw error;
  }
  const worker = await startWorker(connected);
  process.stdout.write(`${{ zh: '流程引擎已启动', en: 'the worker is running' }[call.lang]}\n`);
  const running = {
    broken: worker.ended.then(
      () => ({ zh: '流程引擎停了', en: 'the worker stopped' }),
      (error: unknown) => ({ zh: String(error), en: String(error) }),
    ),
    stop: () => stopEach([close, worker.stop]),
  };
  await untilStopped(running, call.lang);
};
