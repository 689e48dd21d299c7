import { SolutionOutlined } from '@ant-design/icons';
import type { PendingView } from '../../contract/step-contract.ts';
import { Countdown } from '../clock/countdown.tsx';
import { formatMoment } from '../clock/format-moment.ts';
import { answerText } from '../field/answer-text.ts';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import { BasisTags } from './basis-tags.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { HoldsBack } from './holds-back.tsx';
import type { PendingKind } from './step-words.ts';

interface PendingCardProps {
  readonly pending: PendingView;
}

/** A proposal that a second person has to judge. */
export function PendingCard({ pending }: PendingCardProps) {
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
        {time(pending.happened) !== time(pending.proposed) &&
          ` · ${words.happenedAt(time(pending.happened))}`}
      </span>
      {pending.reason && (
        <span>
          {words.deviateReason}
          {words.colon}
          {read(pending.reason)}
        </span>
      )}
      {pending.note && <q>{pending.note}</q>}
      {pending.facts.length > 0 && (
        <dl className="pairs">
          {pending.facts.map(({ id, title, value, label, was }) => (
            <div key={id} data-testid={testIds.fact(id)}>
              <dt>{read(title)}</dt>
              <dd>
                <strong>{answerText({ value, label }, language) ?? words.valueHidden}</strong>
                {was && <> {words.judgeWas(answerText(was, language) ?? words.valueHidden)}</>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <EvidenceList evidence={pending.evidence} />
      <HoldsBack pending={pending} />
      <span className="row">
        {words.judgeWaiting(read(pending.judge.title))}
        {pending.due && <Countdown opened={pending.proposed} due={pending.due} />}
      </span>
      <BasisTags title={words.basisOfLimit} basis={pending.dueBasis} />
    </section>
  );
}
