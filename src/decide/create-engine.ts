import { Engine } from 'json-rules-engine';
import type { Condition } from '../model/condition.ts';
import { isUnanswered } from './unanswered.ts';
import { toEngineCondition } from './to-engine-condition.ts';

/** An engine with one rule a condition, named by its number. */
export function createEngine(conditions: readonly Condition[]): Engine {
  const engine = new Engine();
  engine.addOperatorDecorator('ifAnswered', (fact: unknown, value: unknown, next) =>
    isUnanswered(fact) ? fact.passes : next(fact, value),
  );
  // The engine would take the text `5` for a number.
  engine.addOperatorDecorator(
    'ifNumber',
    (fact: unknown, value: unknown, next) => typeof fact === 'number' && next(fact, value),
  );
  for (const [number, condition] of conditions.entries()) {
    engine.addRule({
      name: `condition ${number}`,
      conditions: toEngineCondition(condition),
      event: { type: 'holds', params: { number } },
    });
  }
  return engine;
}
