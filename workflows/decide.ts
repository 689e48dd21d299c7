import type { Decide } from '../src/machine/acts/conduct.ts';
import type { ToDecide } from '../src/machine/acts/to-decide.ts';
import { questionHash, questionOf, type Question } from '../src/machine/question.ts';
import type { Foreseen } from '../src/model/foreseen.ts';
import type { Verdict } from '../src/model/verdict.ts';
import { localPorts } from './ports.ts';

/** Decides under a release: by the verdict that came along where it answers what is asked, else outside. */
export const deciding =
  (release: string, foreseen: Foreseen | undefined): Decide =>
  (asked) => {
    const question = questionOf(release, asked);
    return foreseen !== undefined && foreseen.question === questionHash(question)
      ? foreseen.verdict
      : decideOutside(question, asked);
  };

const decideOutside = async (
  question: Question,
  { spec: { conditions } }: ToDecide,
): Promise<Verdict> => {
  const verdict =
    (await localPorts.decide(question)) ?? (await localPorts.decide({ ...question, conditions }));
  if (verdict === null) {
    throw new Error(`conditions ${question.key} were handed in and are not known`);
  }
  return verdict;
};
