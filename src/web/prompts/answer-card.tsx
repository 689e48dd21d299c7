import { QuestionCircleOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import type { PromptView } from '../../contract/prompt-contract.ts';
import type { StepView } from '../../contract/step-contract.ts';
import { Countdown } from '../clock/countdown.tsx';
import { listText } from '../language/list-text.ts';
import { useLanguage } from '../language/use-language.ts';
import { PromptFrame } from './prompt-frame.tsx';

interface AnswerCardProps {
  readonly prompt: PromptView;
  readonly asked: NonNullable<StepView['asked']>;
}

/** Something that I have to answer before a step can go on. */
export function AnswerCard({ prompt, asked }: AnswerCardProps) {
  const { language, words, read } = useLanguage();
  const facts = asked.facts.map(({ title }) => read(title));
  return (
    <PromptFrame prompt={prompt} time={<Countdown opened={asked.at} due={asked.due} />}>
      <strong>
        <QuestionCircleOutlined aria-hidden />{' '}
        {facts.length > 0 ? words.toAnswer(listText(facts, language)) : words.toSettle}
      </strong>
      <span className="row">
        <span>{read(prompt.standard.title)}</span>
        <Tag>{words.priority(prompt.priority)}</Tag>
      </span>
    </PromptFrame>
  );
}
