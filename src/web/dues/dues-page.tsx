import { ClockCircleOutlined, ExclamationCircleFilled } from '@ant-design/icons';
import { Segmented, Skeleton } from 'antd';
import type { Dues } from '../../contract/dues-contract.ts';
import { useDomainNow } from '../clock/use-domain-now.ts';
import { useKept } from '../draft/use-kept.ts';
import { FailureAlert } from '../field/failure-alert.tsx';
import { Narrowing } from '../field/narrowing.tsx';
import { useLanguage } from '../language/use-language.ts';
import { useLastQuery } from '../server/use-last-query.ts';
import { useQuery } from '../server/use-query.ts';
import { testIds } from '../test-ids.ts';
import { DueList } from './due-list.tsx';
import { anyDues, duesPath } from './dues-path.ts';
import { duesNow } from './dues-now.ts';

type Part = 'late' | 'soon';

/** The late dues beside those of the next hour, in the units that I lead; where both do not fit, one of them. */
export function DuesPage() {
  const { words } = useLanguage();
  const { kept: sought, change } = useKept('dues', anyDues);
  const part = useKept<{ readonly shown: Part }>('dues part', { shown: 'late' });
  const { data, failure } = useLastQuery<Dues>(duesPath(sought));
  const all = useQuery<Dues>(duesPath(anyDues));
  const now = useDomainNow();
  const shown = data && duesNow(data, now);
  return (
    <section className="stack" data-testid={testIds.duesPage}>
      <h1>{words.dues}</h1>
      {all.data && <Narrowing to={all.data} chosen={sought} change={change} />}
      {shown ? (
        <>
          <Segmented<Part>
            block
            size="large"
            className="dues-part"
            options={[
              { value: 'late', label: `${words.duesLate} ${shown.late.total}` },
              { value: 'soon', label: `${words.duesSoonShort} ${shown.soon.total}` },
            ]}
            value={part.kept.shown}
            onChange={(chosen) => part.change({ shown: chosen })}
            data-testid={testIds.duesPart}
          />
          <div className="dues-parts" data-shown={part.kept.shown}>
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
          </div>
        </>
      ) : failure ? (
        <FailureAlert failure={failure} reading />
      ) : (
        <Skeleton active />
      )}
    </section>
  );
}
