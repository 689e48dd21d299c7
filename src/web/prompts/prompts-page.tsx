import { ExclamationCircleFilled } from '@ant-design/icons';
import { Empty, Skeleton } from 'antd';
import type { Prompts } from '../../contract/prompt-contract.ts';
import { useDomainNow } from '../clock/use-domain-now.ts';
import { FailureAlert } from '../field/failure-alert.tsx';
import { useLanguage } from '../language/use-language.ts';
import { useQuery } from '../server/use-query.ts';
import { testIds } from '../test-ids.ts';
import { JudgementList } from './judgement-list.tsx';
import { PromptList } from './prompt-list.tsx';
import { promptTimes } from './prompt-times.ts';

/** The page of what I have to judge and what I have to do, each nearest due first. */
export function PromptsPage() {
  const { words } = useLanguage();
  const { data, failure } = useQuery<Prompts>('/api/prompts');
  const now = useDomainNow();
  if (!data) return failure ? <FailureAlert failure={failure} reading /> : <Skeleton active />;
  const late = data.prompts.filter((prompt) => {
    const times = promptTimes(prompt);
    return times !== undefined && now > times.due;
  }).length;
  const toDo = data.prompts.filter(({ wants }) => wants !== 'judge');
  const toJudge = data.prompts.filter(({ wants }) => wants === 'judge');
  const judgements = toJudge.length + data.switches.length;
  return (
    <section className="stack" data-testid={testIds.promptsPage}>
      <div className="row-between">
        <h1>{words.prompts}</h1>
        {late > 0 && (
          <strong className="late-word">
            <ExclamationCircleFilled aria-hidden /> {words.promptsLate(late)}
          </strong>
        )}
      </div>
      {judgements > 0 && <JudgementList prompts={toJudge} switches={data.switches} />}
      {toDo.length > 0 && judgements > 0 && (
        <h2>
          {words.promptsToDo} <span className="count">{toDo.length}</span>
        </h2>
      )}
      {toDo.length > 0 && <PromptList prompts={toDo} />}
      {toDo.length + judgements === 0 && <Empty description={words.promptsNone} />}
    </section>
  );
}
