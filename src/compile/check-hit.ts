import {
  digitsOnly,
  keyMissingForHit,
  keyNotForHit,
  rowTwice,
} from '../diagnostics/rule-set-problems.ts';
import type { Sourced } from '../model/source-tree.ts';
import type { RuleSetSource } from '../model/source/rule-set-source.ts';
import type { ReportProblem } from './report-problem.ts';

const listKeys = ['rows', 'score', 'cut-offs', 'overrides'] as const;
type ListKey = (typeof listKeys)[number];

const keysOf: Readonly<Record<RuleSetSource['hit'], readonly ListKey[]>> = {
  first: ['rows'],
  all: ['rows'],
  score: ['score', 'cut-offs', 'overrides'],
};
const optionalKeys: readonly ListKey[] = ['overrides'];

/** Checks that a rule set has the lists that go with its `hit`, and that the order of their rows can be kept. */
export function checkHit({ file, source }: Sourced<RuleSetSource>, report: ReportProblem): void {
  const { hit } = source;
  for (const key of listKeys) {
    const belongs = keysOf[hit].includes(key);
    if (source[key] && !belongs) report(keyNotForHit({ file, path: [key], at: 'key' }, key, hit));
    if (!source[key] && belongs && !optionalKeys.includes(key)) {
      report(keyMissingForHit({ file, path: ['hit'] }, key, hit));
    }
  }
  for (const key of ['rows', 'score', 'overrides'] as const) {
    for (const id of Object.keys(source[key] ?? {})) {
      const place = { file, path: [key, id], at: 'key' } as const;
      // JavaScript puts keys of digits before all others.
      if (/^[0-9]+$/.test(id)) report(digitsOnly(place, id));
      if (key === 'overrides' && source.score && id in source.score) report(rowTwice(place, id));
    }
  }
}
