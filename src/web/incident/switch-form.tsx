import { useId } from 'react';
import type { Directory } from '../../contract/directory-contract.ts';
import type { IncidentView } from '../../contract/incident-contract.ts';
import { useDraft } from '../draft/use-draft.ts';
import { ChooseOne } from '../field/choose-one.tsx';
import { Field } from '../field/field.tsx';
import { NoteField } from '../field/note-field.tsx';
import { useLanguage } from '../language/use-language.ts';
import { useQuery } from '../server/use-query.ts';
import { testIds } from '../test-ids.ts';
import { ActForm } from './act-form.tsx';
import { useIncidentAct } from './use-incident-act.ts';

interface Switch {
  readonly to?: string | undefined;
  readonly note: string;
}

/** Changes what the incident is handled as, with the reason. */
export function SwitchForm({ incident }: { readonly incident: IncidentView }) {
  const { words, read } = useLanguage();
  const id = useId();
  const draft = useDraft<Switch>(`switch ${incident.id}`, { note: '' });
  const path = `/api/incidents/${encodeURIComponent(incident.id)}/acts`;
  const { busy, failure, send } = useIncidentAct(path, draft);
  const { data: directory } = useQuery<Directory>('/api/directory');
  const { to } = draft.values;
  const note = draft.values.note.trim();
  const standards = (directory?.standards ?? [])
    .filter((standard) => standard.id !== incident.standard.id)
    .map((standard) => ({ value: standard.id, label: read(standard.title) }));
  return (
    <ActForm
      incident={incident.id}
      title={words.switchTo}
      ready={to !== undefined && note !== ''}
      busy={busy}
      failure={failure}
      send={() => void send({ action: 'switch', to, note })}
      testId={testIds.switchForm}
    >
      <Field label={words.switchStandard} groupId={id} required>
        <ChooseOne
          id={`${id}-standard`}
          labelledBy={id}
          options={standards}
          value={to}
          change={(chosen) => draft.change({ to: chosen })}
        />
      </Field>
      <NoteField
        required
        value={draft.values.note}
        change={(typed) => draft.change({ note: typed })}
      />
    </ActForm>
  );
}
