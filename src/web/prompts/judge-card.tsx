import { SolutionOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import type { PromptView } from '../../contract/prompt-contract.ts';
import type { PendingView } from '../../contract/step-contract.ts';
import { Countdown } from '../clock/countdown.tsx';
import { useLanguage } from '../language/use-language.ts';
import { HoldsBack } from '../step/holds-back.tsx';
import type { PendingKind } from '../step/step-words.ts';
import { PromptFrame } from './prompt-frame.tsx';

interface JudgeCardProps {
  readonly prompt: PromptView;
  readonly pending: PendingView;
}

/** Something proposed that I have to judge: who asks for what and why, and what waits for my answer. */
export function JudgeCard({ prompt, pending }: JudgeCardProps) {
  const { words, read } = useLanguage();
  const kind: PendingKind = pending.kind;
  const { due, proposed } = pending;
  return (
    <PromptFrame prompt={prompt} time={due && <Countdown opened={proposed} due={due} />}>
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
    </PromptFrame>
  );
}
