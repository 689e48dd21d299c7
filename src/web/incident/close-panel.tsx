import { CheckCircleFilled, StopOutlined } from '@ant-design/icons';
import type { IncidentView } from '../../contract/incident-contract.ts';
import { useDraft } from '../draft/use-draft.ts';
import { NoteField } from '../field/note-field.tsx';
import { StandingLists } from '../field/standing-lists.tsx';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import { ActForm } from './act-form.tsx';
import { knownTitles } from './known-titles.ts';
import { sameStanding } from './same-standing.ts';
import { useIncidentAct } from './use-incident-act.ts';

/** Closing: what still stands in the way, and the button. The engine refuses, not the page. */
export function ClosePanel({ incident }: { readonly incident: IncidentView }) {
  const { words, read } = useLanguage();
  const { id, closing, closedAt } = incident;
  const draft = useDraft(`close ${id}`, { note: '' });
  const path = `/api/incidents/${encodeURIComponent(id)}/close`;
  const { busy, failure, send } = useIncidentAct(path, draft);
  if (closedAt !== undefined) return null;
  const { open, waiting, undecided, unconfirmed } = closing;
  const nothingLeft = [open, waiting, undecided, unconfirmed].every((ids) => ids.length === 0);
  const closes = incident.steps.find((step) => step.closes);
  const note = draft.values.note.trim();
  return (
    <section className="card stack-tight" data-testid={testIds.closePanel} data-can={closing.can}>
      <h2>{words.close}</h2>
      {closing.can ? (
        <p className="done-word">
          <CheckCircleFilled aria-hidden /> {words.closeReady}
        </p>
      ) : (
        <>
          <p>
            <StopOutlined aria-hidden /> <strong>{words.closeNotYet}</strong>
          </p>
          {!sameStanding(closing, failure?.problem) && (
            <StandingLists standing={closing} titles={knownTitles(incident)} incident={id} />
          )}
          {nothingLeft && closes && <p>{words.needsRole(read(closes.role.title))}</p>}
        </>
      )}
      {incident.mayAct && (
        <ActForm
          incident={id}
          title={words.close}
          ready
          busy={busy}
          failure={failure}
          send={() => void send(note ? { note } : {})}
          testId={testIds.closeButton}
        >
          <NoteField
            label={words.closeNote}
            value={draft.values.note}
            change={(typed) => draft.change({ note: typed })}
          />
        </ActForm>
      )}
    </section>
  );
}
