import type { StepView } from '../../contract/step-contract.ts';
import { instantOf } from '../../model/read-time.ts';
import { Countdown } from '../clock/countdown.tsx';
import { formatDuration } from '../clock/format-duration.ts';
import { formatMoment } from '../clock/format-moment.ts';
import { answerText } from '../field/answer-text.ts';
import { listText } from '../language/list-text.ts';
import { useLanguage } from '../language/use-language.ts';
import type { StepStatus } from './step-words.ts';

/** Why a step stands as it does: what it waits for, or who ended it, when and how late. */
export function StepStanding({ step }: { readonly step: StepView }) {
  const { language, words, read } = useLanguage();
  const status: StepStatus = step.status;
  const names = (list: StepView['waitingFor']) =>
    listText(
      list.map(({ title }) => read(title)),
      language,
    );
  const answer = (fact: StepView['notNeededFor'][number]) =>
    `${read(fact.title)} ${answerText(fact, language) ?? words.valueHidden}`;
  const time = (moment: string) => formatMoment(moment, language, 'second');
  return (
    <span className="standing">
      {step.waitingFor.length > 0 && (
        <span>
          {words.waitingFor}
          {words.colon}
          {names(step.waitingFor)}
        </span>
      )}
      {status === 'undecided' && step.undecidedFor.length > 0 && (
        <span>
          {words.undecidedFor}
          {words.colon}
          {names(step.undecidedFor)}
        </span>
      )}
      {step.asked && (
        <span className="row">
          <Countdown opened={step.asked.at} due={step.asked.due} />
          {words.askedOf(read(step.asked.role.title))}
        </span>
      )}
      {step.notNeededFor.length > 0 && (
        <span>
          {words.notNeededFor}
          {words.colon}
          {listText(step.notNeededFor.map(answer), language)}
        </span>
      )}
      {step.by && <span>{words.stepBy(read(step.by.name))}</span>}
      {step.happened && <time dateTime={step.happened}>{time(step.happened)}</time>}
      {step.lateBy !== undefined && step.lateBy > 0 && (
        <strong className="late-word">
          {words.doneLate(formatDuration(step.lateBy, language))}
        </strong>
      )}
      {step.received && isApart(step) && <span>{words.receivedAt(time(step.received))}</span>}
      {step.reason &&
        (status === 'open' ? (
          <strong className="late-word">{words.sentBack(read(step.reason))}</strong>
        ) : (
          <span>{read(step.reason)}</span>
        ))}
      {step.note && <q>{step.note}</q>}
    </span>
  );
}

/** True where it was told so much later than it happened that both times matter. */
const isApart = ({ happened, received }: StepView) =>
  happened !== undefined &&
  received !== undefined &&
  instantOf(received) - instantOf(happened) >= 60_000;
