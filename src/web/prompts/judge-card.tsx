import { SolutionOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import type { PromptView } from '../../contract/prompt-contract.ts';
import type { PendingView } from '../../contract/step-contract.ts';
import { Countdown } from '../clock/countdown.tsx';
import { useLanguage } from '../language/use-language.ts';
import { answerText } from '../field/answer-text.ts';
import { HoldsBack } from '../step/holds-back.tsx';
import type { PendingKind } from '../step/step-words.ts';
import { testIds } from '../test-ids.ts';
import { PromptFrame } from './prompt-frame.tsx';

interface JudgeCardProps {
  readonly prompt: PromptView;
  readonly pending: PendingView;
}

/** Something proposed that I have to judge: who asks for what and why, and what waits for my answer. */
export function JudgeCard({ prompt, pending }: JudgeCardProps) {
  const { language, words, read } = useLanguage();
  const kind: PendingKind = pending.kind;
  const { due, facts, proposed } = pending;
  const corrected = facts.filter(({ was }) => pending.kind === 'correction' || was !== undefined);
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
      {corrected.map(({ id, title, value, label, was }) => (
        <span key={id} data-testid={testIds.fact(id)}>
          {read(title)}
          {words.colon}
          <strong>{answerText({ value, label }, language) ?? words.valueHidden}</strong>{' '}
          {was && words.judgeWas(answerText(was, language) ?? words.valueHidden)}
        </span>
      ))}
      {pending.note && <q>{pending.note}</q>}
      <HoldsBack pending={pending} />
      <span className="row">
        <span>{read(prompt.standard.title)}</span>
        <Tag>{words.priority(prompt.priority)}</Tag>
      </span>
    </PromptFrame>
  );
}
