import { EnvironmentOutlined, RightOutlined, SolutionOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import type { PromptView } from '../../contract/prompt-contract.ts';
import type { PendingView } from '../../contract/step-contract.ts';
import { countdownStage } from '../clock/countdown-stage.ts';
import { Countdown } from '../clock/countdown.tsx';
import { useDomainNow } from '../clock/use-domain-now.ts';
import { useLanguage } from '../language/use-language.ts';
import { PlaceLink } from '../routing/place-link.tsx';
import { HoldsBack } from '../step/holds-back.tsx';
import type { PendingKind } from '../step/step-words.ts';
import { testIds } from '../test-ids.ts';
import { promptTimes } from './prompt-times.ts';

interface JudgeCardProps {
  readonly prompt: PromptView;
  readonly pending: PendingView;
}

/** Something proposed that I have to judge: who asks for what and why, and what waits for my answer. */
export function JudgeCard({ prompt, pending }: JudgeCardProps) {
  const { words, read } = useLanguage();
  const now = useDomainNow();
  const { incident, step } = prompt;
  const times = promptTimes(prompt);
  const kind: PendingKind = pending.kind;
  return (
    <PlaceLink
      to={{ page: 'step', incident, step: step.id }}
      className={`prompt prompt-${times ? countdownStage({ ...times, now }) : 'none'}`}
      testId={testIds.prompt(step.id)}
    >
      <span className="prompt-head">
        <strong className="prompt-title">{read(step.title)}</strong>
        <RightOutlined aria-hidden />
      </span>
      <span className="row">
        <Tag icon={<SolutionOutlined aria-hidden />} color="purple">
          {words.toJudge}
        </Tag>
        <strong>{words.judgeTitle[kind]}</strong>
      </span>
      <span>
        {words.judgeBy(read(pending.by.name))}
        {pending.reason && (
          <>
            {' · '}
            {words.deviateReason}
            {words.colon}
            {read(pending.reason)}
          </>
        )}
      </span>
      {pending.note && <q>{pending.note}</q>}
      <HoldsBack pending={pending} />
      <span className="row">
        <span>{read(prompt.standard.title)}</span>
        <Tag>{words.priority(prompt.priority)}</Tag>
      </span>
      {prompt.place && (
        <span>
          <EnvironmentOutlined aria-hidden /> {prompt.place}
        </span>
      )}
      {pending.due && <Countdown opened={pending.proposed} due={pending.due} />}
      <code className="quiet">{incident}</code>
    </PlaceLink>
  );
}
