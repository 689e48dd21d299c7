import type { PromptView } from '../../contract/prompt-contract.ts';
import { PromptCard } from './prompt-card.tsx';

export function PromptList({ prompts }: { readonly prompts: readonly PromptView[] }) {
  return (
    <ul className="prompt-list">
      {prompts.map((prompt) => (
        <li key={`${prompt.incident} ${prompt.step.id} ${prompt.step.occurrence} ${prompt.wants}`}>
          <PromptCard prompt={prompt} />
        </li>
      ))}
    </ul>
  );
}
