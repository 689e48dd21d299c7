import type { Answers } from '../model/condition.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import { conditionsKey } from './conditions-key.ts';
import type { ToDecide } from './acts/to-decide.ts';
import { sha256Hex } from './sha256-hex.ts';

/** A question to the rules engine under a release. */
export interface Question {
  readonly release: string;
  /** Names the conditions by their content. */
  readonly key: string;
  readonly ruleSets: readonly string[];
  readonly answers: Answers;
  /** The fact of the priority, which decisions may only lower in number. */
  readonly onlyLowered: string;
}

/** Puts what has to be decided as a question to the rules engine. */
export const questionOf = (release: string, { spec, answers, ruleSets }: ToDecide): Question => ({
  release,
  key: conditionsKey(spec.conditions),
  ruleSets,
  answers,
  onlyLowered: spec.settings.facts.priority,
});

/** Names a question by its content: the same has the same verdict. */
export const questionHash = (question: Question): string => sha256Hex(canonicalJson(question));
