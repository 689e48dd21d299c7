import type { FactField } from '../../contract/step-contract.ts';
import type { FactValue } from '../../model/fact-value.ts';
import { useDraft } from '../draft/use-draft.ts';
import { FactInput } from '../field/fact-input.tsx';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import { ActForm } from './act-form.tsx';
import { useIncidentAct } from './use-incident-act.ts';

interface AnswerFormProps {
  readonly incident: string;
  readonly step: string;
  /** The facts that have to be known before the step can be decided. */
  readonly facts: readonly FactField[];
}

/** Answers what an undecided step depends on, at the step: nobody has to know where else it could be said. */
export function AnswerForm({ incident, step, facts }: AnswerFormProps) {
  const { words } = useLanguage();
  const draft = useDraft<Readonly<Record<string, FactValue | undefined>>>(
    `answer ${incident} ${step}`,
    {},
  );
  const path = `/api/incidents/${encodeURIComponent(incident)}/acts`;
  const { busy, failure, send } = useIncidentAct(path, draft);
  const given = facts.flatMap(({ id }) => {
    const value = draft.values[id];
    return value === undefined ? [] : [[id, value] as const];
  });
  return (
    <ActForm
      incident={incident}
      title={words.answer}
      ready={given.length > 0}
      busy={busy}
      failure={failure}
      send={() => void send({ action: 'answer', facts: Object.fromEntries(given) })}
      testId={testIds.answerForm}
    >
      <p>{words.answerWhy}</p>
      {facts.map((fact) => (
        <FactInput
          key={fact.id}
          fact={fact}
          value={draft.values[fact.id]}
          change={(value) => draft.change({ [fact.id]: value })}
        />
      ))}
    </ActForm>
  );
}
