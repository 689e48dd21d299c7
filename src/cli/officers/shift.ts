import { setTimeout as sleep } from 'node:timers/promises';
import type { ProblemDetails } from '../../contract/problem-contract.ts';
import type { PromptView, SwitchPrompt } from '../../contract/prompt-contract.ts';
import { instantOf } from '../../model/read-time.ts';
import type { SystemClock } from '../client/system-clock.ts';
import { atMost } from './at-most.ts';
import type { Chance } from './chance.ts';
import { doPlanned } from './do-planned.ts';
import type { OfficerAtWork, Sent } from './officer-at-work.ts';
import type { OfficerScript } from './officer-script.ts';
import { pacedLook, type PacedLook } from './paced-look.ts';
import { planPrompt } from './plan-prompt.ts';
import { lookoutsOf } from './sample-people.ts';
import { between, spanLength } from './span.ts';
import type { FindStory, Story } from './stories.ts';

/** The settings of a shift. */
export interface ShiftOptions {
  readonly officers: readonly OfficerAtWork[];
  readonly script: OfficerScript;
  readonly chance: Chance;
  readonly findStory: FindStory;
  readonly clock: SystemClock;
  readonly stop: AbortSignal;
  /** Told who reads that an incident cannot be closed because something is undecided. */
  readonly onUndecided: (officer: OfficerAtWork, incident: string) => Promise<void>;
}

const requestsAtOnce = 6;
const triesMax = 4;
// An officer who covers several roles of a unit sees most of its work first, and listens for all.
const listenerCovers = 3;
const gapMilliseconds = 500;
const othersGapMilliseconds = 2000;
// Officers who look all the time would leave a busy system no time for what they do: for each moment of looking they
// wait as many, but not for those in which it was away.
const restPerLook = 2;
const restMilliseconds = 2000;

/**
 * Officers at work: they see what they are prompted, decide by the script what becomes of it and when, and do it then.
 * A prompt that several see is taken up by one of them.
 */
export class Shift {
  readonly #options: ShiftOptions;
  readonly #byId: ReadonlyMap<string, OfficerAtWork>;
  readonly #looks = new Map<string, PacedLook>();
  readonly #limited = atMost(requestsAtOnce);
  readonly #oneLook = atMost(1);
  readonly #stories = new Map<string, Promise<Story | undefined>>();
  /** By incident, the persons who have done something in it: what comes next there may be theirs. */
  readonly #participants = new Map<string, Set<string>>();
  /** The keys of prompts that somebody has taken up, or leaves lying. */
  readonly #taken = new Set<string>();
  readonly #tries = new Map<string, number>();
  /** The keys of prompts that are refused until something else in their incident is done, by incident. */
  readonly #heldBack = new Map<string, Set<string>>();
  readonly #done = new Map<string, number>();
  #fail: (error: unknown) => void = () => undefined;
  #underWay = 0;
  #lastNews = Date.now();

  constructor(options: ShiftOptions) {
    this.#options = options;
    this.#byId = new Map(options.officers.map((officer) => [officer.person.id, officer]));
  }

  /** Listens and works until it is told to stop. */
  async work(): Promise<void> {
    const { officers, stop } = this.#options;
    const lookouts = lookoutsOf(officers.map(({ person }) => person));
    const covers = new Map(lookouts.map(({ person, covers }) => [person.id, covers]));
    const isListener = (id: string) => (covers.get(id) ?? 0) >= listenerCovers;
    for (const officer of officers) {
      const { id } = officer.person;
      const gap = isListener(id) ? gapMilliseconds : othersGapMilliseconds;
      const paced = { gapMilliseconds: gap, stop };
      this.#looks.set(
        id,
        pacedLook(() => this.#oneLook(() => this.#look(officer)), paced),
      );
    }
    const others = lookouts.map(({ person }) => person.id).filter((id) => !isListener(id));
    const listening = officers
      .filter(({ person }) => isListener(person.id))
      .map(({ person, session }) =>
        session.listen((incident) => this.#hear([person.id, ...others], incident)),
      );
    const failed = new Promise<never>((_resolve, reject) => void (this.#fail = reject));
    await Promise.race([Promise.all(listening), failed]);
  }

  /** True when nobody has anything to do now and nothing new came for so long. */
  isQuiet(milliseconds: number): boolean {
    const looks = [...this.#looks.values()].some((look) => look.isPending());
    return this.#underWay === 0 && !looks && Date.now() - this.#lastNews > milliseconds;
  }

  /** Settles when what was under way is answered; told to stop, nothing new is begun. */
  async settled(): Promise<void> {
    while (this.#underWay > 0) await sleep(50);
  }

  /** Has everybody look again. */
  lookAround(): void {
    for (const incident of this.#heldBack.keys()) this.#letGo(incident);
    for (const look of this.#looks.values()) look.mark();
    this.#lastNews = Date.now();
  }

  #hear(concerned: readonly string[], incident: string | undefined): void {
    const participants = this.#participants.get(incident ?? '') ?? [];
    for (const each of [...concerned, ...participants]) this.#looks.get(each)?.mark();
  }

  async #look(officer: OfficerAtWork): Promise<void> {
    const looked = Date.now();
    const seen = await officer.prompts();
    for (const prompt of seen?.prompts ?? []) this.#see(officer, prompt, looked);
    for (const prompt of seen?.switches ?? []) this.#seeSwitch(officer, prompt, looked);
    const rest = Math.min((Date.now() - looked) * restPerLook, restMilliseconds);
    await sleep(rest, undefined, { signal: this.#options.stop }).catch(() => undefined);
  }

  #see(officer: OfficerAtWork, prompt: PromptView, looked: number): void {
    const { incident, step, wants } = prompt;
    const key = [incident, step.id, step.occurrence, wants].join(' ');
    // A step that is proposed waits for another's judgement.
    if (wants === 'do' && step.pending) return;
    if (wants === 'answer') return this.#answer(officer, prompt, { key, looked });
    const role = wants === 'judge' ? (step.pending?.judge.role ?? '') : step.role.id;
    const since = wants === 'judge' ? step.pending?.proposed : step.opened;
    if (!this.#isFree(key, looked) || this.#leavesToOthers(officer, { key, role, since })) return;
    this.#takeUp(key, async () => {
      const story = await this.#storyOf(officer, incident);
      if (!story) return undefined;
      const { script, chance, clock } = this.#options;
      const tries = this.#tries.get(key) ?? 0;
      const plan = planPrompt(prompt, {
        ...{ script, chance, story, tries },
        ...{ standard: prompt.standard.id, now: clock.now() },
      });
      const latest = clock.now() + spanLength(script['leaves-after']);
      if (plan.at === undefined || plan.at > latest) return 'left';
      const who = tries === 0 ? this.#whoOf(officer, prompt, role, story) : officer;
      return this.#doAt(plan.at, who, incident, () => doPlanned(who, prompt, plan, clock.now));
    });
  }

  #answer(
    officer: OfficerAtWork,
    { incident, step }: PromptView,
    { key, looked }: { readonly key: string; readonly looked: number },
  ): void {
    if (!this.#isFree(key, looked)) return;
    this.#takeUp(key, async () => {
      const { clock, onUndecided } = this.#options;
      const asked = step.asked === undefined ? 0 : instantOf(step.asked.at);
      const at = Math.max(asked + spanLength(answerTakes), clock.now());
      return this.#doAt(at, officer, incident, async () => {
        await onUndecided(officer, incident);
        return { outcome: 'stopped' };
      });
    });
  }

  #seeSwitch(officer: OfficerAtWork, { incident, proposed }: SwitchPrompt, looked: number): void {
    const key = [incident, 'switch', proposed].join(' ');
    if (!this.#isFree(key, looked)) return;
    this.#takeUp(key, async () => {
      const story = await this.#storyOf(officer, incident);
      if (!story) return undefined;
      const { script, chance } = this.#options;
      const { rejects, within, 'note-when-rejecting': note } = script['second-person'];
      const isRejected = chance(story.name, 'switch', 'rejects') < rejects;
      const at = instantOf(proposed) + between(chance(story.name, 'switch', 'takes'), within);
      const act = isRejected ? { action: 'reject-switch', note } : { action: 'agree-switch' };
      return this.#doAt(at, officer, incident, () =>
        officer.send(`/api/incidents/${incident}/acts`, act),
      );
    });
  }

  #isFree(key: string, looked: number): boolean {
    // A prompt that was read before it was done says nothing any more.
    return !this.#taken.has(key) && looked > (this.#done.get(key) ?? 0);
  }

  #takeUp(key: string, work: () => Promise<Sent | 'left' | undefined>): void {
    this.#taken.add(key);
    this.#lastNews = Date.now();
    this.#underWay += 1;
    void work()
      .then((came) => {
        this.#done.set(key, Date.now());
        if (came !== 'left' && came?.outcome === 'refused' && waitsForOthers(came.problem)) {
          const incident = key.split(' ', 1)[0]!;
          const held = this.#heldBack.get(incident) ?? new Set();
          return void this.#heldBack.set(incident, held.add(key));
        }
        const tries = (this.#tries.get(key) ?? 0) + 1;
        this.#tries.set(key, tries);
        const isGivenUp = came !== 'left' && came?.outcome === 'refused' && tries >= triesMax;
        if (came !== 'left' && !isGivenUp) this.#taken.delete(key);
      })
      .catch((error: unknown) => this.#fail(error))
      .finally(() => {
        this.#underWay -= 1;
        this.#lastNews = Date.now();
      });
  }

  #letGo(incident: string): void {
    for (const key of this.#heldBack.get(incident) ?? []) this.#taken.delete(key);
    if (!this.#heldBack.delete(incident)) return;
    for (const each of this.#participants.get(incident) ?? []) this.#looks.get(each)?.mark();
  }

  async #doAt(
    at: number,
    who: OfficerAtWork,
    incident: string,
    act: () => Promise<Sent>,
  ): Promise<Sent> {
    const { clock, stop } = this.#options;
    await sleep(clock.until(at), undefined, { signal: stop }).catch(() => undefined);
    if (stop.aborted) return { outcome: 'stopped' };
    const sent = await this.#limited(act);
    const participants = this.#participants.get(incident) ?? new Set();
    this.#participants.set(incident, participants.add(who.person.id));
    const looked = Date.now();
    if (sent.outcome === 'taken') {
      this.#letGo(incident);
      for (const next of sent.prompts) this.#see(who, next, looked);
    } else this.#looks.get(who.person.id)?.mark();
    if (sent.outcome === 'refused' && (sent.problem.undecided ?? []).length > 0)
      await this.#options.onUndecided(who, incident);
    return sent;
  }

  /** The one who saw it where he is at it already, else one of the unit who has the role. */
  #whoOf(
    officer: OfficerAtWork,
    { incident }: PromptView,
    role: string,
    { name }: Story,
  ): OfficerAtWork {
    const { officers, chance } = this.#options;
    if (this.#participants.get(incident)?.has(officer.person.id)) return officer;
    const colleagues = officers.filter(
      ({ person }) => person.unit === officer.person.unit && person.roles.includes(role),
    );
    return colleagues[Math.floor(chance(name, 'who', role) * colleagues.length)] ?? officer;
  }

  // A leader further up takes up what a station's leader has left lying, not what has just come.
  #leavesToOthers(
    officer: OfficerAtWork,
    {
      key,
      role,
      since,
    }: { readonly key: string; readonly role: string; readonly since: string | undefined },
  ): boolean {
    const { script, clock, stop } = this.#options;
    const { id } = officer.person;
    const row = script['stands-in'].find(
      ({ person, roles }) => person === id && roles.includes(role),
    );
    if (!row || since === undefined) return false;
    const wait = clock.until(instantOf(since) + spanLength(row.after));
    const waiting = `${key} ${id}`;
    if (wait > 0 && !this.#taken.has(waiting)) {
      this.#takeUp(waiting, async () => {
        await sleep(wait, undefined, { signal: stop }).catch(() => undefined);
        this.#looks.get(id)?.mark();
        return undefined;
      });
    }
    return wait > 0;
  }

  #storyOf(officer: OfficerAtWork, incident: string): Promise<Story | undefined> {
    const known = this.#stories.get(incident);
    if (known) return known;
    const found = officer.incident(incident).then((view) => view && this.#options.findStory(view));
    this.#stories.set(incident, found);
    // An officer who may not read it, or was told to stop, has found no story: it is looked for again.
    void found.then((story) => story ?? this.#stories.delete(incident));
    return found;
  }
}

const answerTakes = '30s';

// Closing is refused while others have something to do: who reads that tries again when it is done.
const waitsForOthers = ({ open = [], waiting = [] }: Partial<ProblemDetails>): boolean =>
  open.length + waiting.length > 0;
