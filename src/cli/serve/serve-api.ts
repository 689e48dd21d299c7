import type { Language } from '../../diagnostics/language.ts';
import type { Text } from '../../model/text.ts';
import { holdPairOfServers } from '../pair/hold-pair.ts';
import { loadRelease } from '../load-release.ts';
import { printable } from '../printable.ts';
import { releaseProblems } from '../release-problems.ts';
import { openDoors, type Doors } from './open-doors.ts';
import { openFiles } from '../system/open-files.ts';
import { openRecord } from '../system/open-record.ts';
import { publishRelease } from '../system/publish-release.ts';
import { putSamples } from '../system/put-samples.ts';
import { servedRelease } from '../system/served-release.ts';
import { stopEach } from '../system/stop-each.ts';
import { startServer, type Served } from '../system/start-parts.ts';
import { trustedProxies } from '../system/trusted-proxies.ts';
import { untilStopped } from '../system/until-stopped.ts';
import { WrongUse } from '../wrong-use.ts';
import { connectServers } from './serve-settings.ts';

// A server that others reach must not have a password that everybody knows.
const samplePassword = (): string => {
  const password = process.env['JIECHU_SAMPLE_PASSWORD'] ?? '';
  if (password.length >= 12) return password;
  throw new WrongUse({
    zh: '--samples 需要 JIECHU_SAMPLE_PASSWORD，至少 12 个字符',
    en: "--samples takes the accounts' password from JIECHU_SAMPLE_PASSWORD, of 12 characters or more",
  });
};

/** Runs the API and the pages against real servers until told to stop; the standards of the root become the release. */
export const serveApi = async (
  call: Doors & {
    readonly root?: string;
    readonly port: number;
    readonly lang: Language;
  },
): Promise<void> => {
  const doors = openDoors(call, process.env);
  const checked = await loadRelease(call.root);
  const { root, loaded, release } = checked;
  if (release === undefined) {
    process.stderr.write(
      printable(releaseProblems(checked, { lang: call.lang, json: undefined }).text),
    );
    process.exitCode = 1;
    return;
  }
  const proxies = trustedProxies(process.env);
  const files = await openFiles(process.env);
  const connected = await connectServers(process.env, 'api');
  const warn = (text: Text): void => void process.stderr.write(`jiechu: ${text[call.lang]}\n`);
  const stops = [connected.store.close, connected.close];
  const stop = (): Promise<void> => stopEach(stops);
  let broken: Promise<Text>;
  try {
    // Before anything is written to it.
    const record = await openRecord(connected.store, { environment: process.env, warn });
    stops.push(() => record.anchors.file.close());
    const pair = await holdPairOfServers(connected, { environment: process.env, warn });
    stops.push(pair.stop);
    await publishRelease(connected.store, release, connected.signing);
    if (call.samples) await putSamples(connected.store, root, samplePassword(), { sample: true });
    const served: Served = {
      ...servedRelease(release, loaded.tree),
      files,
      ...(proxies && { proxies }),
      anchors: record.anchors,
      ...doors,
      port: call.port,
      operatorToken: process.env['JIECHU_OPERATOR_TOKEN'],
    };
    const api = await startServer(connected, served, pair.fits);
    stops.push(record.checkRest().stop, api.stop);
    process.stdout.write(`${api.address}\n`);
    broken = pair.broken;
  } catch (error) {
    // Anything left open would keep the process from ending.
    await stop();
    throw error;
  }
  await untilStopped({ broken, stop }, call.lang);
};
