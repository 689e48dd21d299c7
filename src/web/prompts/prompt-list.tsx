import type { PromptView } from '../../contract/prompt-contract.ts';
import { AnswerCard } from './answer-card.tsx';
import { JudgeCard } from './judge-card.tsx';
import { PromptCard } from './prompt-card.tsx';

export function PromptList({ prompts }: { readonly prompts: readonly PromptView[] }) {
  return (
    <ul className="prompt-list">
      {prompts.map((prompt) => (
        <li key={`${prompt.incident} ${prompt.step.id} ${prompt.step.occurrence} ${prompt.wants}`}>
          {prompt.wants === 'judge' && prompt.step.pending ? (
            <JudgeCard prompt={prompt} pending={prompt.step.pending} />
          ) : prompt.wants === 'answer' && prompt.step.asked ? (
            <AnswerCard prompt={prompt} asked={prompt.step.asked} />
          ) : (
            <PromptCard prompt={prompt} />
          )}
        </li>
      ))}
    </ul>
  );
}
