import { EnvironmentOutlined, RightOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { PromptView } from '../../contract/prompt-contract.ts';
import { countdownStage } from '../clock/countdown-stage.ts';
import { useDomainNow } from '../clock/use-domain-now.ts';
import { useLanguage } from '../language/use-language.ts';
import { PlaceLink } from '../routing/place-link.tsx';
import { testIds } from '../test-ids.ts';
import { promptTimes } from './prompt-times.ts';

interface PromptFrameProps {
  readonly prompt: PromptView;
  /** The words that say what is asked. */
  readonly children: ReactNode;
  /** The time that is left. */
  readonly time: ReactNode;
}

/** The card of a prompt, coloured by its time; the whole card is the link to the step. */
export function PromptFrame({ prompt, children, time }: PromptFrameProps) {
  const { read } = useLanguage();
  const now = useDomainNow();
  const { incident, place, step } = prompt;
  const times = promptTimes(prompt);
  const stage = times ? countdownStage({ ...times, now }) : 'none';
  return (
    <PlaceLink
      to={{ page: 'step', incident, step: step.id }}
      className={`prompt prompt-${stage}`}
      testId={testIds.prompt(step.id)}
    >
      <span className="prompt-head">
        <strong className="prompt-title">{read(step.title)}</strong>
        <RightOutlined aria-hidden />
      </span>
      {children}
      {place && (
        <span>
          <EnvironmentOutlined aria-hidden /> {place}
        </span>
      )}
      {time}
      <code className="quiet">{incident}</code>
    </PlaceLink>
  );
}
