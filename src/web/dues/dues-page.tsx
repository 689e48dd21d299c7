import { ClockCircleOutlined, ExclamationCircleFilled } from '@ant-design/icons';
import { Skeleton } from 'antd';
import type { Dues } from '../../contract/dues-contract.ts';
import { useDomainNow } from '../clock/use-domain-now.ts';
import { useDraft } from '../draft/use-draft.ts';
import { FailureAlert } from '../field/failure-alert.tsx';
import { useLanguage } from '../language/use-language.ts';
import { useQuery } from '../server/use-query.ts';
import { testIds } from '../test-ids.ts';
import { DueList } from './due-list.tsx';
import { DuesFilter } from './dues-filter.tsx';
import { anyDues, duesPath } from './dues-path.ts';
import { duesNow } from './dues-now.ts';

/** What is late and what falls due in the next hour, in the units that I lead. */
export function DuesPage() {
  const { words } = useLanguage();
  // As a draft it is still there after a look at a step.
  const { values: sought, change } = useDraft('dues', anyDues);
  const { data, failure } = useQuery<Dues>(duesPath(sought));
  const all = useQuery<Dues>(duesPath(anyDues));
  const now = useDomainNow();
  const shown = data && duesNow(data, now);
  return (
    <section className="stack" data-testid={testIds.duesPage}>
      <h1>{words.dues}</h1>
      {all.data && <DuesFilter dues={all.data} sought={sought} change={change} />}
      {shown ? (
        <>
          <DueList
            title={words.duesLate}
            icon={<ExclamationCircleFilled aria-hidden />}
            className={shown.late.total > 0 ? 'late-word' : ''}
            nothing={words.duesLateNone}
            part={shown.late}
            testId={testIds.duesLate}
          />
          <DueList
            title={words.duesSoon}
            icon={<ClockCircleOutlined aria-hidden />}
            nothing={words.duesSoonNone}
            part={shown.soon}
            testId={testIds.duesSoon}
          />
        </>
      ) : failure ? (
        <FailureAlert failure={failure} reading />
      ) : (
        <Skeleton active />
      )}
    </section>
  );
}
