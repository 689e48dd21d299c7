import {
  allHandlersFinished,
  condition,
  continueAsNew,
  log,
  setHandler,
  sleep,
} from '@temporalio/workflow';
import type { ToErase } from '../src/machine/erase-values.ts';
import type { ActMessage } from '../src/model/act.ts';
import type { Effect } from '../src/model/effect.ts';
import type { Refusal } from '../src/model/refusal.ts';
import { Alarm } from './alarm.ts';
import { begunWith, type Started } from './begun-with.ts';
import { hearing } from './believed.ts';
import { broken, isBroken } from './broken.ts';
import { erase } from './erase.ts';
import { answering } from './answering.ts';
import {
  actUpdate,
  beginUpdate,
  eraseUpdate,
  unfinishedQuery,
  unfinishedUpdate,
  viewQuery,
  viewUpdate,
} from './messages.ts';
import type { BeginMessage, ProcedureInput } from './messages.ts';
import { ports } from './ports.ts';
import { ProcedureRun } from './procedure-run.ts';
import { refused } from './refused.ts';
import { uncancelled } from './uncancelled.ts';

const anything = (): boolean => true;
// A worker begins what a procedure starts: in nobody's name.
const begins = hearing<BeginMessage>('begin', {
  api: anything,
  worker: ({ registrar }) => registrar.person === '' && registrar.roles.length === 0,
});
const acts = hearing<ActMessage>('act', { api: anything });
const erasures = hearing<ToErase>('erase', { api: anything });

/** The one interpreter: runs every procedure from its compiled spec until it is closed and all it did is stored. */
export const procedure = async (...started: Started): Promise<void> => {
  const { input, specs } = begunWith(started);
  const run = new ProcedureRun(input, specs);
  // Updates can arrive with the very first task: `begin` waits for nothing, `act` waits until it has begun.
  setHandler(beginUpdate, (said) => run.begin(begins.heard(said)), {
    validator: (said) => {
      const refusal = run.refusalOfBegin(begins.check(said));
      if (refusal !== undefined) throw refused(refusal);
    },
  });
  setHandler(
    actUpdate,
    (said) => {
      const message = acts.heard(said);
      return run.state === undefined
        ? uncancelled(() => condition(() => run.state !== undefined)).then(() => run.act(message))
        : run.act(message);
    },
    {
      validator: (said) => {
        const message = acts.check(said);
        if (run.state === undefined) return;
        const refusal = refusalOf(run, message);
        if (refusal !== undefined) throw refused(refusal);
      },
    },
  );
  setHandler(eraseUpdate, (said) => erase(run, erasures.heard(said)), {
    validator: (said) => void erasures.check(said),
  });
  answering({ query: viewQuery, update: viewUpdate }, () => run.state ?? null);
  answering({ query: unfinishedQuery, update: unfinishedUpdate }, () => ({
    effects: (run.state?.asked ?? []).map(({ key }) => ({
      key,
      failures: run.effects.failuresOf(key),
    })),
    unstored: run.unstored.content.entries.length,
    refusals: run.unstored.failures,
    head: run.state?.head,
  }));
  await uncancelled(async () => {
    await condition(() => run.state !== undefined);
    await live(run);
  });
};

const refusalOf = (run: ProcedureRun, message: ActMessage): Refusal | undefined => {
  try {
    return run.refusal(message);
  } catch (error) {
    throw isBroken(error) ? broken(error) : error;
  }
};

/**
 * Waits for the clock, for effects to perform and for entries to store, until closed or long enough for a new run.
 *
 * Only history moves it: an accepted message, a timer that fired, an activity that ended. A refused update leaves no
 * event of its own in the history but makes the condition be asked again, so the condition reads what those have set, and no clock.
 */
const live = async (run: ProcedureRun): Promise<void> => {
  const alarm = new Alarm();
  const busy = { effect: false, flush: false };
  for (;;) {
    if (hasEffects(run, busy)) void workOff(run, busy);
    if (hasToFlush(run, busy)) void flush(run, busy);
    if (isOver(run, busy)) return;
    if (wantsNewRun(run, busy)) {
      await condition(allHandlersFinished);
      if (wantsNewRun(run, busy)) await continueAsNew<Continuing>(nextInput(run));
    }
    alarm.setBy(run.nearest(busy.flush));
    // Most acts leave nothing to do here: to be woken by each would cost another entry into the sandbox.
    await condition(
      () => alarm.hasRung || hasWork(run, busy) || run.nearest(busy.flush) < alarm.at,
    );
    const moment = alarm.hear();
    if (moment !== undefined) await run.ring(moment);
  }
};

/** The work that is under way outside. */
interface Busy {
  readonly effect: boolean;
  readonly flush: boolean;
}

const hasEffects = (run: ProcedureRun, busy: Busy): boolean =>
  !busy.effect && nextEffect(run) !== undefined;

const nextEffect = (run: ProcedureRun): Effect | undefined => run.effects.next(run.begun().asked);

const hasToFlush = (run: ProcedureRun, busy: Busy): boolean => !busy.flush && run.unstored.isDue;

const hasWork = (run: ProcedureRun, busy: Busy): boolean =>
  hasEffects(run, busy) || hasToFlush(run, busy) || isOver(run, busy) || wantsNewRun(run, busy);

const isOver = (run: ProcedureRun, busy: Busy): boolean =>
  run.begun().table.closed !== undefined &&
  run.begun().asked.length === 0 &&
  run.unstored.content.entries.length === 0 &&
  !busy.effect &&
  !busy.flush &&
  allHandlersFinished();

const wantsNewRun = (run: ProcedureRun, busy: Busy): boolean =>
  run.isLong && !busy.effect && !busy.flush && run.begun().table.closed === undefined;

// As a run is started by the one before: what it was given needs no signature.
type Continuing = (input: ProcedureInput) => Promise<void>;

const nextInput = (run: ProcedureRun): ProcedureInput => ({
  ...run.input,
  specs: [run.spec],
  carried: run.carry(),
});

// Between 5 seconds and a minute, longer each time.
const pauseMilliseconds = (failures: number): number => Math.min(60_000, 5_000 * 2 ** failures);

/** Performs queued effects one after the other. One that fails stays and is tried again after a pause. */
const workOff = async (run: ProcedureRun, busy: { effect: boolean }): Promise<void> => {
  busy.effect = true;
  try {
    for (let effect = nextEffect(run); effect !== undefined; effect = nextEffect(run)) {
      await perform(run, effect);
    }
  } finally {
    busy.effect = false;
  }
};

const perform = async (run: ProcedureRun, effect: Effect): Promise<void> => {
  const { key } = effect;
  try {
    await run.perform(effect);
  } catch (error) {
    log.error('an effect could not be performed', { key, error: String(error) });
    const pause = pauseMilliseconds(run.effects.failuresOf(key));
    await run.failed(effect);
    void sleep(pause).then(() => run.effects.wake(effect));
  }
};

/** Hands what the store may lack to it. Where that fails it is tried again after a pause. */
const flush = async (run: ProcedureRun, busy: { flush: boolean }): Promise<void> => {
  busy.flush = true;
  const unstored = run.unstored.take();
  const last = unstored.entries.at(-1);
  try {
    if (last === undefined) return;
    await ports.storeEntries(run.input.id, unstored);
    run.unstored.stored(last.seq);
  } catch (error) {
    log.error('entries could not be stored', { error: String(error) });
    const pause = pauseMilliseconds(run.unstored.failed());
    void sleep(pause).then(() => run.unstored.again());
  } finally {
    busy.flush = false;
  }
};
