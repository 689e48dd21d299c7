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
import { changedHandOver, handOverAct, type HandOver } from './hand-over.ts';
import { PersonChoice } from './person-choice.tsx';
import { useIncidentAct } from './use-incident-act.ts';

/** Gives a role of the incident to another unit or person. */
export function HandOverForm({ incident }: { readonly incident: IncidentView }) {
  const { words, read } = useLanguage();
  const id = useId();
  const draft = useDraft<HandOver>(`hand-over ${incident.id}`, { note: '' });
  const path = `/api/incidents/${encodeURIComponent(incident.id)}/acts`;
  const { busy, failure, send } = useIncidentAct(path, draft);
  const { data: directory } = useQuery<Directory>('/api/directory');
  const { role, unit, person } = draft.values;
  const act = handOverAct(draft.values);
  const change = (part: Partial<HandOver>) => draft.change(changedHandOver(part));
  const roles = incident.bindings.map((bound) => ({ value: bound.role, label: read(bound.title) }));
  const units = (directory?.units ?? [])
    .filter(({ holds }) => role === undefined || holds.includes(role))
    .map((one) => ({ value: one.id, label: read(one.name) }));
  return (
    <ActForm
      incident={incident.id}
      title={words.handOver}
      ready={act !== undefined}
      busy={busy}
      failure={failure}
      send={() => void send(act)}
      testId={testIds.handOverForm}
    >
      <Field label={words.handOverRole} groupId={`${id}-role`} required>
        <ChooseOne
          id={`${id}-role-choice`}
          labelledBy={`${id}-role`}
          options={roles}
          value={role}
          change={(chosen) => change({ role: chosen })}
        />
      </Field>
      <Field label={words.handOverUnit} groupId={`${id}-unit`} required>
        <ChooseOne
          id={`${id}-unit-choice`}
          labelledBy={`${id}-unit`}
          options={units}
          value={unit}
          change={(chosen) => change({ unit: chosen })}
        />
      </Field>
      {role !== undefined && unit !== undefined && (
        <PersonChoice
          unit={unit}
          role={role}
          value={person}
          change={(chosen) => change({ person: chosen })}
        />
      )}
      <NoteField value={draft.values.note} change={(typed) => draft.change({ note: typed })} />
    </ActForm>
  );
}
