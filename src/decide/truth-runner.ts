import type { Engine } from 'json-rules-engine';
import { answerOf } from '../conditions/answer-of.ts';
import { factsOf } from '../conditions/facts-of.ts';
import type { Answers, Condition, Truth } from '../model/condition.ts';
import { createEngine } from './create-engine.ts';
import { RecentlyUsed } from '../model/recently-used.ts';
import { unansweredFails, unansweredPasses, type Unanswered } from './unanswered.ts';

/** Decides the same conditions for any answers. */
export type TruthRunner = (answers: Answers) => Promise<readonly Truth[]>;

// Most conditions read one or two choices: a few ways for each to come out.
const waysKeptMax = 100;

/**
 * Builds the engine for some conditions once. What a condition came to is remembered by the answers that it reads, as
 * an act seldom answers what more than a few of them ask, and a run of the engine makes some twenty promises for each.
 */
export function createTruthRunner(conditions: readonly Condition[]): TruthRunner {
  const run = engineRunner(conditions);
  const known = conditions.map((condition) => ({
    facts: factsOf(condition),
    truths: new RecentlyUsed<string, Truth>(waysKeptMax),
  }));
  return async (answers) => {
    const ways = known.map(({ facts, truths }) => ({ truths, way: wayOf(facts, answers) }));
    const before = ways.map(({ truths, way }) => truths.get(way));
    if (before.every((truth) => truth !== undefined)) return before;
    const decided = await run(answers);
    for (const [number, { truths, way }] of ways.entries()) truths.set(way, decided[number]!);
    return decided;
  };
}

const wayOf = (facts: readonly string[], answers: Answers): string =>
  JSON.stringify(facts.map((fact) => answerOf(answers, fact) ?? null));

/** Decides by two runs: what they differ in is unknown. */
function engineRunner(conditions: readonly Condition[]): TruthRunner {
  const engine = createEngine(conditions);
  const facts = [...new Set(conditions.flatMap(factsOf))];
  const run = inTurn((answers: Answers, otherwise: Unanswered) =>
    runEngine(engine, conditions.length, factsOfRun(facts, answers, otherwise)),
  );
  return async (answers) => {
    const least = await run(answers, unansweredFails);
    if (facts.every((fact) => answerOf(answers, fact) !== undefined)) return least;
    const most = await run(answers, unansweredPasses);
    return least.map((truth, number) => (truth === most[number] ? truth : null));
  };
}

function factsOfRun(facts: readonly string[], answers: Answers, otherwise: Unanswered) {
  return Object.fromEntries(facts.map((fact) => [fact, answerOf(answers, fact) ?? otherwise]));
}

async function runEngine(
  engine: Engine,
  count: number,
  facts: Readonly<Record<string, unknown>>,
): Promise<readonly boolean[]> {
  const { events, failureEvents } = await engine.run({ ...facts });
  const truths = new Map<unknown, boolean>();
  for (const event of events) truths.set(event.params?.['number'], true);
  for (const event of failureEvents) truths.set(event.params?.['number'], false);
  return Array.from({ length: count }, (_, number) => {
    const truth = truths.get(number);
    if (truth === undefined) throw new Error(`json-rules-engine left out condition ${number}`);
    return truth;
  });
}

/**
 * An engine has one status for all its runs: one that ends makes the others skip their rules.
 * So the runs of an engine take turns.
 */
function inTurn<Arguments extends unknown[], Result>(
  run: (...given: Arguments) => Promise<Result>,
): (...given: Arguments) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (...given) => {
    const result = last.then(() => run(...given));
    last = result.catch(() => undefined);
    return result;
  };
}
