import { ClockCircleOutlined, ExclamationCircleFilled, HourglassFilled } from '@ant-design/icons';
import { instantOf } from '../../model/read-time.ts';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import { countdownStage } from './countdown-stage.ts';
import { formatDuration } from './format-duration.ts';
import { useDomainNow } from './use-domain-now.ts';

const icons = {
  calm: <ClockCircleOutlined aria-hidden />,
  half: <HourglassFilled aria-hidden />,
  late: <ExclamationCircleFilled aria-hidden />,
};

interface CountdownProps {
  /** Without it nobody knows when half of the time has passed: then it never turns yellow. */
  readonly opened?: string | undefined;
  readonly due: string;
}

/** Time left, or time over: an icon, words and a colour, so that none of them carries it alone. */
export function Countdown({ opened, due }: CountdownProps) {
  const { language, words } = useLanguage();
  const now = useDomainNow();
  const end = instantOf(due);
  const stage = countdownStage({
    opened: opened === undefined ? undefined : instantOf(opened),
    due: end,
    now,
  });
  const length = formatDuration(end - now, language);
  return (
    <span
      className={`countdown countdown-${stage}`}
      role="timer"
      data-testid={testIds.countdown}
      data-stage={stage}
    >
      {icons[stage]} {stage === 'late' ? words.late(length) : words.left(length)}
      {stage === 'half' && <span className="countdown-word">{words.hurry}</span>}
    </span>
  );
}
