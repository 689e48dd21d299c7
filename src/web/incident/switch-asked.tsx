import { Button } from 'antd';
import { useState } from 'react';
import type { IncidentView } from '../../contract/incident-contract.ts';
import { useDraft } from '../draft/use-draft.ts';
import { FailureAlert } from '../field/failure-alert.tsx';
import { NoteField } from '../field/note-field.tsx';
import { useLanguage } from '../language/use-language.ts';
import { BasisTags } from '../step/basis-tags.tsx';
import { testIds } from '../test-ids.ts';
import { useIncidentAct } from './use-incident-act.ts';

interface SwitchAskedProps {
  readonly id: string;
  readonly asked: NonNullable<IncidentView['pendingSwitch']>;
  /** It is handled by the new standard already; the second person can undo that. */
  readonly acted: boolean;
}

/** Somebody asks to change the incident's type: agree or not, if that is mine to judge. */
export function SwitchAsked({ id, asked, acted }: SwitchAskedProps) {
  const { words, read } = useLanguage();
  const draft = useDraft(`judge-switch ${id} ${asked.to}`, { note: '' });
  const path = `/api/incidents/${encodeURIComponent(id)}/acts`;
  const { busy, failure, send } = useIncidentAct(path, draft);
  const note = draft.values.note.trim();
  // A refusal needs a note that says why.
  const [refuses, setRefuses] = useState(false);
  const lacksNote = refuses && note === '';
  const judge = (action: 'agree-switch' | 'reject-switch') => {
    const isRefusal = action === 'reject-switch';
    setRefuses(isRefusal);
    if (isRefusal && note === '') return;
    void send({ action, ...(note ? { note } : {}) });
  };
  return (
    <section className="pending stack-tight" data-testid={testIds.switchAsked}>
      <strong>
        {acted
          ? words.switchDone(read(asked.by.name), read(asked.title))
          : words.switchAsked(read(asked.by.name), read(asked.title))}
      </strong>
      {asked.because && <span>{read(asked.because)}</span>}
      <BasisTags title={words.basisOfDuty} basis={asked.basis} />
      {asked.note && <q>{asked.note}</q>}
      {asked.mayJudge && (
        <>
          <NoteField
            value={draft.values.note}
            change={(typed) => draft.change({ note: typed })}
            required={refuses}
            fault={lacksNote ? 'missing' : undefined}
          />
          <FailureAlert failure={failure} incident={id} />
          <div className="row">
            <Button
              type="primary"
              size="large"
              loading={busy}
              onClick={() => judge('agree-switch')}
              data-testid={testIds.switchAgree}
            >
              {words.action.agree}
            </Button>
            <Button
              danger
              size="large"
              disabled={busy}
              onClick={() => judge('reject-switch')}
              data-testid={testIds.switchReject}
            >
              {words.action.reject}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
