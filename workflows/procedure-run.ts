import { condition, log } from '@temporalio/workflow';
import type { ActMessage } from '../src/model/act.ts';
import type { Effect } from '../src/model/effect.ts';
import type { Foreseen } from '../src/model/foreseen.ts';
import type { Instant } from '../src/model/instant.ts';
import { isSameContent } from '../src/model/is-same-content.ts';
import type { ProcedureSpec } from '../src/model/procedure-spec.ts';
import type { ProcedureState, Receipt } from '../src/model/procedure-state.ts';
import type { Refusal } from '../src/model/refusal.ts';
import { mayClose } from '../src/procedure/closing.ts';
import {
  conductAct,
  conductBegin,
  conducted,
  conductJoin,
  performEffect,
  settle,
  type Change,
  type Conducting,
} from '../src/machine/acts/conduct.ts';
import {
  aboutEffect,
  note,
  seal,
  startProgress,
  type Progress,
} from '../src/machine/acts/progress.ts';
import { refuse } from '../src/procedure/refuse.ts';
import { refusals } from '../src/procedure/refusals.ts';
import { roleOf } from '../src/procedure/role-holder.ts';
import { withReceipt } from '../src/machine/acts/take-act.ts';
import type { Stepping } from '../src/machine/step.ts';
import { steppingOf } from '../src/machine/stepping-of.ts';
import { nextWake } from '../src/machine/wakes.ts';
import { broken, isBroken } from './broken.ts';
import { deciding } from './decide.ts';
import { domainOf, isApart, readClock, wallOf } from './domain-clock.ts';
import { EffectQueue } from './effect-queue.ts';
import { Lock } from './lock.ts';
import type { BeginMessage, Carried, ProcedureInput, Specs, Taken } from './messages.ts';
import { ports, type Answered } from './ports.ts';
import { refused } from './refused.ts';
import { uncancelled } from './uncancelled.ts';
import { UnstoredLog, type Flush } from './unstored-log.ts';

/** One run of a procedure: its state, and the only ways in which it changes. Every change holds the lock. */
export class ProcedureRun {
  readonly lock = new Lock();
  state: ProcedureState | undefined;
  readonly unstored = new UnstoredLog();
  readonly effects = new EffectQueue();
  /** Its history holds what was erased since. */
  hasErased = false;
  private moves = 0;
  readonly input: ProcedureInput;
  private on: Stepping;
  private known:
    | {
        readonly state: ProcedureState;
        readonly spec: ProcedureSpec;
        readonly wake: Instant | undefined;
      }
    | undefined;

  constructor(input: ProcedureInput, specs: Specs) {
    this.input = input;
    const { carried } = input;
    this.on = steppingOf(specs, carried?.state.calendar);
    if (carried === undefined) return;
    this.state = carried.state;
    this.unstored.carryOver(carried.unstored);
    this.effects.failures = carried.failures;
  }

  get spec(): ProcedureSpec {
    return this.on.spec;
  }

  /** It has made as much history as one run should, or what must not stay. The server's own advice is not the same on replay. */
  get isLong(): boolean {
    return this.hasErased || this.moves >= this.input.actsPerRun;
  }

  carry(): Carried {
    return {
      state: this.begun(),
      unstored: this.unstored.content,
      failures: this.effects.failures,
    };
  }

  begun(): ProcedureState {
    if (this.state === undefined) throw new Error('the procedure has not begun');
    return this.state;
  }

  /** Begins, or joins a report to what runs; the same report again changes nothing. */
  begin(message: BeginMessage): Taken | Promise<Taken> {
    return this.alone(() => this.beginning(message), message.foreseen);
  }

  /** Why a beginning is refused before it enters the history; used by the validator. */
  refusalOfBegin({ received }: BeginMessage): Refusal | undefined {
    return isApart(this.input.clock, received) ? refusals.clocksApart() : undefined;
  }

  private *beginning(message: BeginMessage): Conducting<Taken> {
    const { report, registrar, received, salt } = message;
    const act = `report/${report.report}`;
    const known = this.state?.receipts.find((receipt) => receipt.act === act);
    if (known !== undefined) return this.takenBefore(known);
    // Closed, but not yet over: until all is stored nothing more may be begun here.
    if (this.state?.table.closed !== undefined) throw refused(refusals.alreadyClosed());
    const { id, release } = this.input;
    const progress =
      this.state === undefined
        ? yield* conductBegin(this.on, { ...message, id, release, procedure: this.spec.id })
        : yield* conductJoin(startProgress(this.on, this.state, received), report, salt);
    const receipt = {
      act,
      digest: act,
      kind: 'begin',
      happened: report.at,
      received,
      by: registrar.person,
    };
    // The inbox of reports, and the activity that starts procedures: both repeat a beginning until it is written.
    return this.commit(progress, receipt, 'never');
  }

  /** Why an act is refused as things stand; used by the validator, whose state may be stale. */
  refusal(message: ActMessage): Refusal | undefined {
    const state = this.begun();
    const known = state.receipts.find(({ act }) => act === message.id);
    if (known !== undefined) {
      return isSameContent(known.digest, message) ? undefined : refusals.keyReused();
    }
    if (isApart(this.input.clock, message.received)) return refusals.clocksApart();
    return refuse(this.spec, state, message);
  }

  /** Takes an act, or throws its refusal. */
  act(message: ActMessage): Taken | Promise<Taken> {
    const taken = this.alone(() => this.acting(message), message.foreseen);
    return taken === undefined || taken instanceof Promise
      ? this.untilTaken(message, taken)
      : taken;
  }

  private async untilTaken(
    message: ActMessage,
    first: undefined | Promise<Taken | undefined>,
  ): Promise<Taken> {
    let taken = await first;
    while (taken === undefined) {
      await uncancelled(() => condition(() => !this.mustWait()));
      taken = await this.alone(() => this.acting(message), message.foreseen);
    }
    return taken;
  }

  // Gives nothing where the act could close it while the steps of a change of standard are not there yet: it waits.
  private *acting(message: ActMessage): Conducting<Taken | undefined> {
    this.unstored.forget(message.stored);
    const state = this.begun();
    const known = state.receipts.find((receipt) => receipt.act === message.id);
    if (known !== undefined) {
      if (!isSameContent(known.digest, message)) throw refused(refusals.keyReused());
      return this.takenBefore(known);
    }
    if (mayClose(this.spec, message.act)) {
      if (this.effects.isChangeStuck(state.asked)) throw refused(refusals.standardChanging());
      if (this.mustWait()) return undefined;
    }
    const outcome = yield* this.conducting(state, message);
    if ('refusal' in outcome) throw refused(outcome.refusal);
    const { act, happened, received, actor, id, digest } = message;
    const step = 'step' in act && act.step !== undefined ? { step: act.step } : {};
    const receipt = {
      act: id,
      digest,
      kind: act.kind,
      ...step,
      happened,
      received,
      by: actor.person,
    };
    return this.commit(outcome.progress, receipt, 'soon');
  }

  // Every change holds the lock until it is decided.
  private alone<T>(task: () => Conducting<T>, foreseen?: Foreseen): T | Promise<T> {
    return this.lock.run(() => conducted(task(), deciding(this.input.release, foreseen)));
  }

  private mustWait(): boolean {
    const { asked } = this.begun();
    return this.effects.isChangingStandard(asked) && !this.effects.isChangeStuck(asked);
  }

  /**
   * Hears that the alarm rang for a wall moment and lets the clock act where something was due then. All that has come due
   * since happens too, each at its own instant.
   */
  async ring(moment: number): Promise<void> {
    this.unstored.ring(moment);
    if (this.wakeAt() > moment) return;
    const wall = Math.max(moment, await readClock());
    await this.alone(() => this.passing((progress) => settle(progress), wall));
  }

  private *passing(change: Change, wall: number): Conducting<void> {
    if (this.state === undefined) return;
    const now = domainOf(this.input.clock, wall);
    const passed = yield* change(startProgress(this.on, this.state, now));
    // That a procedure was started prompts nobody here: it is written with the act that comes next, or like one.
    const mayWait = passed.drafts.every(({ data }) => data.kind === 'starts');
    this.keep(passed, mayWait ? 'soon' : 'now');
  }

  /** Performs an effect outside, then changes the state by what came of it. */
  async perform(effect: Effect): Promise<void> {
    const { release } = this.input;
    let wall = 0;
    const heard = <T>(answered: Answered<T>): T => {
      wall = answered.wall;
      return answered.answer;
    };
    const change: Change = await performEffect(effect, this.begun(), {
      loadSpec: async (procedure) => {
        const hash = this.input.releaseSpecs?.[procedure];
        const spec = await ports.loadSpec({ release, procedure, hash });
        wall = await readClock();
        return spec;
      },
      nextUnit: (unit, sent, step) => {
        const role = roleOf(this.spec, this.begun(), step);
        return ports.nextUnit({ unit, sent, role }).then(heard);
      },
      startProcedure: (
        { id, onePer, procedure },
        { id: from, answers, table, unit, reports, started },
      ) =>
        ports
          .startProcedure({
            ...(id !== undefined && { id }),
            ...(onePer !== undefined && { onePer: { fact: onePer, from } }),
            started: started.map((each) => each.id),
            release,
            procedure,
            report: {
              report: `${from}/${reports[0] ?? ''}`,
              at: table.report,
              channel: '',
              unit,
              facts: answers,
            },
            registrar: { person: '', unit, roles: [], reach: [] },
          })
          .then(heard),
    });
    await this.alone(() => this.passing(change, wall));
    this.effects.performed(effect);
  }

  /** Lets an effect that could not be performed rest, and writes that down the first time. */
  async failed(effect: Effect): Promise<void> {
    this.moves += 1;
    this.effects.failed(effect);
    if (this.effects.failuresOf(effect.key) > 1) return;
    const wall = await readClock();
    const noted: Change = function* (progress) {
      return note(progress, aboutEffect(progress, effect), { kind: 'effect-failed', effect });
    };
    await this.alone(() => this.passing(noted, wall));
  }

  // A broken invariant must not stop the incident for everybody: the act fails alone, and the state stays as it was.
  private *conducting(state: ProcedureState, message: ActMessage): ReturnType<typeof conductAct> {
    try {
      return yield* conductAct(startProgress(this.on, state, message.received), message);
    } catch (error) {
      if (!isBroken(error)) throw error;
      log.error('an act broke an invariant', { act: message.act.kind, error: error.stack });
      throw broken(error);
    }
  }

  /** Wall time at which the procedure has to look again; what waits to be written does not count while writing is under way. */
  nearest(flushing: boolean): number {
    const wake = this.wakeAt();
    return flushing ? wake : Math.min(wake, this.unstored.flushBy);
  }

  private wakeAt(): number {
    const wake = this.nextWake();
    return wake === undefined ? Infinity : wallOf(this.input.clock, wake);
  }

  // It is asked for whenever anything moves, and changes with the state alone.
  private nextWake(): Instant | undefined {
    const { state, spec, known } = this;
    if (state === undefined) return undefined;
    if (known?.state === state && known.spec === spec) return known.wake;
    const wake = nextWake(spec, state);
    this.known = { state, spec, wake };
    return wake;
  }

  /** Makes the new state visible, all at once: entries chained, receipt kept, effects queued. */
  private commit(progress: Progress, receipt: Omit<Receipt, 'seq' | 'hash'>, flush: Flush): Taken {
    const outcome = this.keep(progress, flush, receipt);
    if (outcome === undefined) throw new Error('an act left no receipt');
    return this.taken(outcome, true);
  }

  private keep(
    progress: Progress,
    flush: Flush,
    receipt?: Omit<Receipt, 'seq' | 'hash'>,
  ): Receipt | undefined {
    const outcome = seal(progress);
    const full = receipt === undefined ? undefined : { ...receipt, ...outcome.state.head };
    this.on = progress.on;
    this.state = full === undefined ? outcome.state : withReceipt(outcome.state, full);
    const { entries, personal } = outcome;
    const receipts = full === undefined ? [] : [full];
    const wall = wallOf(this.input.clock, progress.now);
    this.unstored.keep({ entries, personal, receipts }, flush, wall);
    this.moves += 1;
    return full;
  }

  // It is in the history once more, and a run must not make more of it than the server allows.
  private takenBefore(receipt: Receipt): Taken {
    this.moves += 1;
    return this.taken(receipt, false);
  }

  private taken(receipt: Receipt, fresh: boolean): Taken {
    return { receipt, fresh, ...this.unstored.content };
  }
}
