import { useId } from 'react';
import type { IncidentView } from '../../contract/incident-contract.ts';
import { useDraft } from '../draft/use-draft.ts';
import { ChooseOne } from '../field/choose-one.tsx';
import { FactInput } from '../field/fact-input.tsx';
import { Field } from '../field/field.tsx';
import { NoteField } from '../field/note-field.tsx';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import { ActForm } from './act-form.tsx';
import { correctedFact, correctionAct, type Correction } from './correction.ts';
import { useIncidentAct } from './use-incident-act.ts';

/** Answers or corrects a fact outside a step; the old answer stays in the record. */
export function CorrectFactForm({ incident }: { readonly incident: IncidentView }) {
  const { words, read } = useLanguage();
  const id = useId();
  const draft = useDraft<Correction>(`correct ${incident.id}`, { note: '' });
  const path = `/api/incidents/${encodeURIComponent(incident.id)}/acts`;
  const { busy, failure, send } = useIncidentAct(path, draft);
  const corrected = correctedFact(incident.answerable, draft.values);
  const act = correctionAct(incident.answerable, draft.values);
  return (
    <ActForm
      incident={incident.id}
      title={words.correct}
      ready={act !== undefined}
      busy={busy}
      failure={failure}
      send={() => void send(act)}
      testId={testIds.correctForm}
    >
      <Field label={words.correctFact} groupId={id} required>
        <ChooseOne
          id={`${id}-fact`}
          labelledBy={id}
          options={incident.answerable.map((fact) => ({ value: fact.id, label: read(fact.ask) }))}
          value={draft.values.fact}
          change={(fact) => draft.change({ fact, value: undefined })}
        />
      </Field>
      {corrected && (
        <FactInput
          key={corrected.chosen.id}
          fact={{ ...corrected.chosen, required: true }}
          value={corrected.value}
          change={(answer) => draft.change({ value: answer })}
        />
      )}
      <NoteField value={draft.values.note} change={(typed) => draft.change({ note: typed })} />
    </ActForm>
  );
}
