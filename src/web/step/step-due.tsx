import { WarningFilled } from '@ant-design/icons';
import type { StepView } from '../../contract/step-contract.ts';
import { Countdown } from '../clock/countdown.tsx';
import { formatClock } from '../clock/format-clock.ts';
import { useDomainNow } from '../clock/use-domain-now.ts';
import { useLanguage } from '../language/use-language.ts';

/** The time of an open step. One that was overdue when it opened shows both: the time it had, and the reminder's. */
export function StepDue({ step }: { readonly step: StepView }) {
  const { language, words } = useLanguage();
  const now = useDomainNow();
  const { opened, due, overdueAtOpening, reminderDue } = step;
  if (!due) return <span className="quiet">{words.noDue}</span>;
  return (
    <span className="step-due">
      <Countdown opened={opened} due={due} />
      {overdueAtOpening && (
        <span className="overdue-at-opening">
          <WarningFilled aria-hidden /> {words.overdueAtOpening}
        </span>
      )}
      <span className="quiet">
        {reminderDue
          ? words.reminderDue(formatClock(reminderDue, now, language))
          : words.due(formatClock(due, now, language))}
      </span>
      {reminderDue && opened && <Countdown opened={opened} due={reminderDue} />}
    </span>
  );
}
