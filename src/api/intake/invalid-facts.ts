import type { AnswerKind } from '../../model/fact-spec.ts';
import type { FactValue } from '../../model/fact-value.ts';
import { readMoment } from '../../model/read-time.ts';
import type { Text } from '../../model/text.ts';
import { timeFaultText } from '../../model/time-fault-text.ts';
import { takesAnswer } from '../../procedure/takes-answer.ts';
import type { FieldProblem } from '../problems/api-problem.ts';
import { didYouMean } from '../problems/did-you-mean.ts';
import type { ReleaseIndex } from '../release/release-index.ts';
import { typesOf } from '../release/types-of.ts';
import type { DirectoryNames } from '../views/directory-names.ts';

// To look for the word that was meant costs a comparison with each that is known.
const namedMax = 20;

/** The first facts of a report that the release does not know, or that do not take the value given. */
export function invalidFacts(
  facts: Readonly<Record<string, FactValue>>,
  index: ReleaseIndex,
  names: DirectoryNames | undefined,
): readonly FieldProblem[] {
  const found: FieldProblem[] = [];
  for (const [id, value] of Object.entries(facts)) {
    if (found.length >= namedMax) break;
    const detail = wrong(id, value, index, names);
    const pointer = `/facts/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (detail) found.push({ pointer, detail });
  }
  return found;
}

const unknown: Text = { zh: '没有这个事实', en: 'there is no such fact' };
const computed: Text = {
  zh: '由规则判定，不能填写',
  en: 'is decided by rules and cannot be given',
};
const notTaken: Text = { zh: '不是可选的答案', en: 'is not an answer that the fact takes' };

function wrong(
  id: string,
  value: FactValue,
  index: ReleaseIndex,
  names: DirectoryNames | undefined,
): Text | undefined {
  const fact = Object.hasOwn(index.facts, id) ? index.facts[id] : undefined;
  if (!fact) return didYouMean(unknown, [id], Object.keys(index.facts));
  if (fact.from === 'decision') return computed;
  if (fact.answer.kind === 'time') return timeDetail(value, index);
  const standards = typesOf(index.release).map((type) => type.id);
  return takesAnswer(fact, value, standards) && isKnown(fact.answer, String(value), names)
    ? undefined
    : notTaken;
}

// A time without its offset is of the bureau's place.
function timeDetail(value: FactValue, { settings }: ReleaseIndex): Text | undefined {
  const { fault } = readMoment(String(value), settings?.calendar.utcOffsetMinutes ?? 0);
  return fault && timeFaultText(fault);
}

// Where no bureau is at hand nobody can say who and what is not there.
function isKnown({ kind }: AnswerKind, id: string, names: DirectoryNames | undefined): boolean {
  switch (kind) {
    case 'units':
      return names?.tree.has(id) !== false;
    case 'persons':
      return names?.people.some((person) => person.id === id) !== false;
    default:
      return true;
  }
}
