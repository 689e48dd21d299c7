import type { PromptView, SwitchPrompt } from '../../contract/prompt-contract.ts';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import { PromptList } from './prompt-list.tsx';
import { SwitchCard } from './switch-card.tsx';

interface JudgementListProps {
  readonly prompts: readonly PromptView[];
  readonly switches: readonly SwitchPrompt[];
}

/** The judgements that wait for me as the second person: approvals, deviations, changes of type. */
export function JudgementList({ prompts, switches }: JudgementListProps) {
  const { words } = useLanguage();
  return (
    <section
      className="stack-tight"
      aria-label={words.toJudge}
      data-testid={testIds.judgements}
      data-count={prompts.length + switches.length}
    >
      <h2>
        {words.toJudge} <span className="count">{prompts.length + switches.length}</span>
      </h2>
      {switches.length > 0 && (
        <ul className="prompt-list">
          {switches.map((asked) => (
            <li key={asked.incident}>
              <SwitchCard asked={asked} />
            </li>
          ))}
        </ul>
      )}
      {prompts.length > 0 && <PromptList prompts={prompts} />}
    </section>
  );
}
