import type { Engine } from 'json-rules-engine';
import { answerOf } from '../conditions/answer-of.ts';
import { factsOf } from '../conditions/facts-of.ts';
import type { Answers, Condition, Truth } from '../model/condition.ts';
import { createEngine } from './create-engine.ts';
import { unansweredFails, unansweredPasses, type Unanswered } from './unanswered.ts';

/** Decides the same conditions for any answers. */
export type TruthRunner = (answers: Answers) => Promise<readonly Truth[]>;

/** Builds the engine for some conditions once, and decides them by two runs: what they differ in is unknown. */
export function createTruthRunner(conditions: readonly Condition[]): TruthRunner {
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
