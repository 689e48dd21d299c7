import {
  allHandlersFinished,
  condition,
  continueAsNew,
  log,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { ActMessage } from '../src/model/act.ts';
import type { Refusal } from '../src/model/refusal.ts';
import { Alarm } from './alarm.ts';
import { broken, isBroken } from './broken.ts';
import { wallNow } from './domain-clock.ts';
import { actUpdate, beginUpdate, unfinishedQuery, viewQuery } from './messages.ts';
import type { ProcedureInput } from './messages.ts';
import { ports } from './ports.ts';
import { ProcedureRun } from './procedure-run.ts';
import { refused } from './refused.ts';

/** The one interpreter: runs every procedure from its compiled spec until it is closed and all it did is stored. */
export const procedure = async (input: ProcedureInput, specs = input.specs): Promise<void> => {
  if (specs === undefined) throw new Error('a procedure was started without its spec');
  const run = new ProcedureRun(input, specs);
  // Updates can arrive with the very first task: `begin` waits for nothing, `act` waits until it has begun.
  setHandler(beginUpdate, (message) => run.begin(message));
  setHandler(
    actUpdate,
    (message) =>
      run.state === undefined
        ? condition(() => run.state !== undefined).then(() => run.act(message))
        : run.act(message),
    {
      validator: (message) => {
        if (run.state === undefined) return;
        const refusal = refusalOf(run, message);
        if (refusal !== undefined) throw refused(refusal);
      },
    },
  );
  setHandler(viewQuery, () => run.state ?? null);
  setHandler(unfinishedQuery, () => ({
    effects: run.effects.map(({ key }) => key),
    unstored: run.unstored.content.entries.length,
  }));
  await condition(() => run.state !== undefined);
  await live(run);
};

const refusalOf = (run: ProcedureRun, message: ActMessage): Refusal | undefined => {
  try {
    return run.refusal(message);
  } catch (error) {
    throw isBroken(error) ? broken(error) : error;
  }
};

/** Waits for the clock, for effects to perform and for entries to store, until closed or long enough for a new run. */
const live = async (run: ProcedureRun): Promise<void> => {
  const alarm = new Alarm();
  const busy = { effect: false, flush: false };
  for (;;) {
    if (hasEffects(run, busy)) void workOff(run, busy);
    if (hasToFlush(run, busy)) void flush(run, busy);
    if (isOver(run, busy)) return;
    if (wantsNewRun(run, busy)) {
      await condition(allHandlersFinished);
      if (wantsNewRun(run, busy)) await continueAsNew<typeof procedure>(nextInput(run));
    }
    const nearest = run.nearest(busy.flush);
    if (nearest < Infinity) alarm.setBy(nearest);
    // Most acts leave nothing to do here: to be woken by each would cost another entry into the sandbox.
    await condition(
      () => alarm.hasRung() || hasWork(run, busy) || run.nearest(busy.flush) < nearest,
    );
    if (alarm.hasRung()) {
      alarm.acknowledge();
      await run.passTime();
    }
  }
};

/** What is under way outside. */
interface Busy {
  readonly effect: boolean;
  readonly flush: boolean;
}

const hasEffects = (run: ProcedureRun, busy: Busy): boolean =>
  !busy.effect && run.effects.length > 0;

const hasToFlush = (run: ProcedureRun, busy: Busy): boolean =>
  !busy.flush && run.unstored.flushBy <= wallNow();

const hasWork = (run: ProcedureRun, busy: Busy): boolean =>
  hasEffects(run, busy) || hasToFlush(run, busy) || isOver(run, busy) || wantsNewRun(run, busy);

const isOver = (run: ProcedureRun, busy: Busy): boolean =>
  run.begun().table.closed !== undefined &&
  run.effects.length === 0 &&
  run.unstored.content.entries.length === 0 &&
  !busy.effect &&
  !busy.flush &&
  allHandlersFinished();

const wantsNewRun = (run: ProcedureRun, busy: Busy): boolean =>
  !busy.effect &&
  !busy.flush &&
  run.begun().table.closed === undefined &&
  (run.actsTaken >= run.input.actsPerRun || workflowInfo().continueAsNewSuggested);

const nextInput = (run: ProcedureRun): ProcedureInput => ({
  ...run.input,
  specs: [run.spec],
  carried: run.carry(),
});

/** Performs queued effects one after the other: a failing one is retried by its activity, and the rest wait for it. */
const workOff = async (run: ProcedureRun, busy: { effect: boolean }): Promise<void> => {
  busy.effect = true;
  try {
    for (let effect = run.effects[0]; effect !== undefined; effect = run.effects[0]) {
      await run.perform(effect);
      run.effectDone(effect);
    }
  } catch (error) {
    log.error('an effect could not be performed', { error: String(error) });
    const [failed] = run.effects;
    if (failed !== undefined) run.effectDone(failed);
  } finally {
    busy.effect = false;
  }
};

const flush = async (run: ProcedureRun, busy: { flush: boolean }): Promise<void> => {
  busy.flush = true;
  const { content: unstored } = run.unstored;
  run.unstored.flushBy = Infinity;
  try {
    const last = unstored.entries.at(-1);
    if (last !== undefined) {
      await ports.storeEntries(run.input.id, unstored);
      run.unstored.forget(last.seq);
    }
  } finally {
    busy.flush = false;
  }
};
