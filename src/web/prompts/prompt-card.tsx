import { EnvironmentOutlined, RightOutlined, SolutionOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import type { PromptView } from '../../contract/prompt-contract.ts';
import { countdownStage } from '../clock/countdown-stage.ts';
import { useDomainNow } from '../clock/use-domain-now.ts';
import { useLanguage } from '../language/use-language.ts';
import { PlaceLink } from '../routing/place-link.tsx';
import { StepDue } from '../step/step-due.tsx';
import { testIds } from '../test-ids.ts';
import { promptTimes } from './prompt-times.ts';

/** One thing to do, its time and where; the whole card is the link to it. */
export function PromptCard({ prompt }: { readonly prompt: PromptView }) {
  const { words, read } = useLanguage();
  const now = useDomainNow();
  const { step } = prompt;
  const times = promptTimes(prompt);
  const stage = times ? countdownStage({ ...times, now }) : 'none';
  return (
    <PlaceLink
      to={{ page: 'step', incident: prompt.incident, step: step.id }}
      className={`prompt prompt-${stage}`}
      testId={testIds.prompt(step.id)}
    >
      <span className="prompt-head">
        <strong className="prompt-title">{read(step.title)}</strong>
        <RightOutlined aria-hidden />
      </span>
      <span className="row">
        <span>{read(prompt.standard.title)}</span>
        <Tag>{words.priority(prompt.priority)}</Tag>
        {step.pending && (
          <Tag icon={<SolutionOutlined aria-hidden />}>
            {words.judgeWaiting(read(step.pending.judge.title))}
          </Tag>
        )}
        {step.repeats && <Tag>{words.occurrence(step.occurrence)}</Tag>}
      </span>
      {prompt.place && (
        <span>
          <EnvironmentOutlined aria-hidden /> {prompt.place}
        </span>
      )}
      <StepDue step={step} />
      <code className="quiet">{prompt.incident}</code>
    </PlaceLink>
  );
}
