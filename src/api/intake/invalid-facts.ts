import type { AnswerKind } from '../../model/fact-spec.ts';
import type { FactValue } from '../../model/fact-value.ts';
import type { Text } from '../../model/text.ts';
import type { FieldProblem } from '../problems/api-problem.ts';
import { didYouMean } from '../problems/did-you-mean.ts';
import type { ReleaseIndex } from '../release/release-index.ts';
import type { DirectoryNames } from '../views/directory-names.ts';

/** The facts of a report that the release does not know, or that do not take the value given. */
export function invalidFacts(
  facts: Readonly<Record<string, FactValue>>,
  index: ReleaseIndex,
  names: DirectoryNames,
): readonly FieldProblem[] {
  return Object.entries(facts).flatMap(([id, value]) => {
    const detail = wrong(id, value, index, names);
    const pointer = `/facts/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return detail ? [{ pointer, detail }] : [];
  });
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
  names: DirectoryNames,
): Text | undefined {
  const fact = Object.hasOwn(index.facts, id) ? index.facts[id] : undefined;
  if (!fact) return didYouMean(unknown, [id], Object.keys(index.facts));
  if (fact.from === 'decision') return computed;
  return takes(fact.answer, value, { index, names }) ? undefined : notTaken;
}

function takes(
  answer: AnswerKind,
  value: FactValue,
  known: { readonly index: ReleaseIndex; readonly names: DirectoryNames },
): boolean {
  switch (answer.kind) {
    case 'choice':
      return answer.choices.some((choice) => choice.value === value);
    case 'number':
      return typeof value === 'number' && value >= answer.min && value <= answer.max;
    case 'text':
      return typeof value === 'string' && value.length > 0 && value.length <= answer.max;
    case 'time':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value));
    case 'standards':
      return typeof value === 'string' && Object.hasOwn(known.index.release.procedures, value);
    case 'units':
      return typeof value === 'string' && known.names.tree.has(value);
    case 'persons':
      return typeof value === 'string' && known.names.people.some(({ id }) => id === value);
  }
}
