import { SolutionOutlined } from '@ant-design/icons';
import type { PendingView, StepView } from '../../contract/step-contract.ts';
import { Countdown } from '../clock/countdown.tsx';
import { formatMoment } from '../clock/format-moment.ts';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import { EvidenceList } from './evidence-list.tsx';

type PendingKind = 'approve' | 'confirm' | 'deviation' | 'back-dating';

interface PendingCardProps {
  readonly pending: PendingView;
  readonly step: StepView;
}

/** What somebody proposed and a second person has to judge. */
export function PendingCard({ pending, step }: PendingCardProps) {
  const { language, words, read } = useLanguage();
  const kind: PendingKind = pending.kind;
  const time = (moment: string) => formatMoment(moment, language, 'second');
  return (
    <section className="pending stack-tight" data-testid={testIds.pending}>
      <strong>
        <SolutionOutlined aria-hidden /> {words.judgeTitle[kind]}
      </strong>
      <span>
        {words.judgeBy(read(pending.by.name))} · {time(pending.proposed)}
        {pending.happened !== pending.proposed && ` · ${words.happenedAt(time(pending.happened))}`}
      </span>
      {pending.reason && (
        <span>
          {words.deviateReason}: {read(pending.reason)}
        </span>
      )}
      {pending.note && <q>{pending.note}</q>}
      <EvidenceList evidence={step.evidence} />
      <span className="row">
        {words.judgeWaiting(read(pending.judge.title))}
        {pending.due && <Countdown opened={pending.proposed} due={pending.due} />}
      </span>
    </section>
  );
}
