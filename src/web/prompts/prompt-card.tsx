import { SolutionOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import type { PromptView } from '../../contract/prompt-contract.ts';
import { useLanguage } from '../language/use-language.ts';
import { StepDue } from '../step/step-due.tsx';
import { PromptFrame } from './prompt-frame.tsx';

/** One thing to do, its time and where. */
export function PromptCard({ prompt }: { readonly prompt: PromptView }) {
  const { words, read } = useLanguage();
  const { step } = prompt;
  return (
    <PromptFrame prompt={prompt} time={<StepDue step={step} />}>
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
    </PromptFrame>
  );
}
