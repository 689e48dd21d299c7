import { Input } from 'antd';
import { useId } from 'react';
import { useDraft } from '../draft/use-draft.ts';
import { Field } from '../field/field.tsx';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import { ActForm } from './act-form.tsx';
import { useIncidentAct } from './use-incident-act.ts';

/** Another report of the same event joins this incident. */
export function JoinReportForm({ id }: { readonly id: string }) {
  const { words } = useLanguage();
  const fieldId = useId();
  const draft = useDraft(`join ${id}`, { report: '' });
  const path = `/api/incidents/${encodeURIComponent(id)}/acts`;
  const { busy, failure, send } = useIncidentAct(path, draft);
  const report = draft.values.report.trim();
  return (
    <ActForm
      incident={id}
      title={words.join}
      ready={report !== ''}
      busy={busy}
      failure={failure}
      send={() => void send({ action: 'join', report })}
      testId={testIds.joinForm}
    >
      <Field label={words.joinReport} controlId={fieldId} required>
        <Input
          id={fieldId}
          size="large"
          maxLength={64}
          value={draft.values.report}
          onChange={(event) => draft.change({ report: event.target.value })}
        />
      </Field>
    </ActForm>
  );
}
