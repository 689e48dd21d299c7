import { ExclamationCircleFilled } from '@ant-design/icons';
import { Empty, Skeleton } from 'antd';
import type { Prompts } from '../../contract/prompt-contract.ts';
import { useDomainNow } from '../clock/use-domain-now.ts';
import { FailureAlert } from '../field/failure-alert.tsx';
import { useLanguage } from '../language/use-language.ts';
import { useQuery } from '../server/use-query.ts';
import { testIds } from '../test-ids.ts';
import { SwitchCard } from './switch-card.tsx';
import { PromptList } from './prompt-list.tsx';
import { promptTimes } from './prompt-times.ts';

/** What I have to do, nearest due first. */
export function PromptsPage() {
  const { words } = useLanguage();
  const { data, failure } = useQuery<Prompts>('/api/prompts');
  const now = useDomainNow();
  if (!data) return failure ? <FailureAlert failure={failure} reading /> : <Skeleton active />;
  const late = data.prompts.filter((prompt) => {
    const times = promptTimes(prompt);
    return times !== undefined && now > times.due;
  }).length;
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
      {data.switches.map((asked) => (
        <SwitchCard key={asked.incident} asked={asked} />
      ))}
      {data.prompts.length + data.switches.length === 0 ? (
        <Empty description={words.promptsNone} />
      ) : (
        <PromptList prompts={data.prompts} />
      )}
    </section>
  );
}
