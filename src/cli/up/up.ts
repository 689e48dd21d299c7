import type { Language } from '../../diagnostics/language.ts';
import type { Text } from '../../model/text.ts';
import type { FolderLock } from '../../store/embedded/folder-lock.ts';
import { loadRelease } from '../load-release.ts';
import { printable } from '../printable.ts';
import { releaseProblems } from '../release-problems.ts';
import { runSystem, type RunningSystem } from '../system/run-system.ts';
import { servedRelease } from '../system/served-release.ts';
import { stopAsked } from '../system/stop-asked.ts';
import { untilStopped } from '../system/until-stopped.ts';
import { WrongUse } from '../wrong-use.ts';
import { announcement } from './announcement.ts';
import { playDay, readPlay } from './demonstration.ts';
import { freshFolder } from './fresh-folder.ts';

/** A call of `up`. */
export interface UpCall {
  readonly root?: string;
  readonly data?: string;
  readonly port: number;
  readonly samples?: boolean;
  readonly clockSpeed?: number;
  readonly clockFrom?: number;
  readonly demo?: true;
  readonly json?: true;
  readonly lang: Language;
}

// An hour in a minute: limits of a minute can still be kept, and a newcomer sees incidents end.
const demoSpeed = 60;
// The morning's rush begins soon after.
const demoFrom = 7 * 60 + 50;

/** Runs the whole system until it is told to stop; a second call finds everything as it was. */
export const up = async (call: UpCall): Promise<void> => {
  const { lang } = call;
  if (call.demo === true) checkDemo(call);
  const asked = stopAsked();
  const begun = Date.now();
  const progress = (text: Text): void => {
    if (call.json !== true) process.stderr.write(`  ${text[lang]} …\n`);
  };
  progress({ zh: '检查标准和规则', en: 'checking standards and rules' });
  const checked = await loadRelease(call.root);
  const { root, loaded, release } = checked;
  if (release === undefined) {
    process.stderr.write(printable(releaseProblems(checked, { lang, json: undefined }).text));
    process.exitCode = 1;
    return;
  }
  const play = call.demo === true ? await readPlay(root) : undefined;
  const { data, lock } = await dataOf(call);
  const speed = call.clockSpeed ?? (play ? demoSpeed : 1);
  const from = call.clockFrom ?? (play ? demoFrom : undefined);
  const starting = runSystem({
    root,
    data,
    port: call.port,
    samples: wantsSamples(call),
    clockSpeed: speed,
    ...(from !== undefined && { clockFrom: from }),
    served: servedRelease(release, loaded.tree),
    environment: lock === undefined ? process.env : withoutAnchors(process.env),
    asked,
    progress,
    warn: (text) => process.stderr.write(`jiechu: ${text[lang]}\n`),
  });
  const system = await starting.catch((error: unknown) => {
    lock?.release();
    if (!asked.aborted) throw error;
  });
  if (system === undefined) {
    process.exitCode = 130;
    return;
  }
  announce(call, system, { seconds: ((Date.now() - begun) / 1000).toFixed(1), speed });
  const { json } = call;
  const playing = play && playDay(play, system, { stop: asked, lang, json });
  // An error in the play is told and leaves the system running.
  void playing?.catch((error: unknown) => process.stderr.write(`jiechu: ${String(error)}\n`));
  await untilStopped(system, lang, asked);
  lock?.release();
};

// The embedded default is for looking at; a server's database may be a bureau's own.
const wantsSamples = ({ samples }: UpCall): boolean => samples ?? !hasServer();

const hasServer = (): boolean => (process.env['DATABASE_URL'] ?? '') !== '';

// A demonstration invents a day: it has no business on a server that others use.
const checkDemo = ({ samples }: UpCall): void => {
  if (hasServer()) {
    throw new WrongUse({
      zh: '演示只用自己的数据目录：先去掉 DATABASE_URL',
      en: 'a demonstration runs on a data folder of its own: unset DATABASE_URL',
    });
  }
  if (samples === false) {
    throw new WrongUse({
      zh: '演示要用演示人员：去掉 --no-samples',
      en: 'a demonstration needs the sample people: leave out --no-samples',
    });
  }
};

// Domain time goes on while a system is stopped, and fast in a demonstration: going on would find everything late.
const dataOf = async ({
  data,
  demo,
}: UpCall): Promise<{ readonly data: string; readonly lock?: FolderLock }> => {
  if (data !== undefined) return { data };
  if (demo !== true) return { data: '.jiechu' };
  return { data: '.jiechu/demo', lock: await freshFolder('.jiechu/demo') };
};

// A day that begins anew would not fit what was anchored of the system in use, nor has it anything to witness.
const withoutAnchors = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^JIECHU_(?:ANCHOR|TIMESTAMP)/u.test(name)),
  );

const announce = (
  call: UpCall,
  { address, samplePassword }: RunningSystem,
  { seconds, speed }: { readonly seconds: string; readonly speed: number },
): void => {
  const { lang, json, demo } = call;
  const samples = wantsSamples(call);
  const said =
    json === true
      ? `${JSON.stringify({ address, ...(samples ? { password: samplePassword } : {}), seconds })}\n`
      : announcement(
          { address, samplePassword, seconds, samples, ...(demo === true && { demo: { speed } }) },
          lang,
        );
  process.stdout.write(said);
};
