import { useState } from 'react';
import type { Directory } from '../../contract/directory-contract.ts';
import type { ReportTaken } from '../../contract/report-contract.ts';
import { writeMoment } from '../../model/write-moment.ts';
import { useReadClock } from '../clock/use-read-clock.ts';
import { useDraft, type DraftChange } from '../draft/use-draft.ts';
import { isCertainlyNotTaken, RequestFailure } from '../server/request-failure.ts';
import { useAct } from '../server/use-act.ts';
import { buildReport } from './build-report.ts';
import { emptyReportDraft, type ReportDraft } from './report-draft.ts';

/** The report form: what is typed, and sending it once. */
export function useReportForm(directory: Directory | undefined) {
  const readClock = useReadClock();
  const draft = useDraft('report', emptyReportDraft);
  const { busy, failure, run, forget } = useAct<ReportTaken>();
  const [taken, setTaken] = useState<ReportTaken>();
  const { values } = draft;
  // The report came in when its first word was typed.
  const change: DraftChange<ReportDraft> = (part) =>
    draft.change((present) => ({
      begun: present.begun ?? writeMoment(readClock()),
      ...(part instanceof Function ? part(present) : part),
    }));
  const channel = values.channel ?? directory?.channels[0]?.id;
  const ready = channel !== undefined && values.text.trim() !== '';
  const submit = async () => {
    if (!ready || busy) return;
    const body = buildReport(values, channel);
    const answer = await run({ path: '/api/reports', key: draft.key, body });
    if (answer === undefined) return;
    if (!(answer instanceof RequestFailure)) {
      draft.discard();
      setTaken(answer);
      scrollTo(0, 0);
    } else if (isCertainlyNotTaken(answer)) {
      draft.renewKey();
    }
  };
  return {
    values,
    change,
    channel,
    ready,
    busy,
    failure,
    taken,
    submit,
    /** The first sending was taken, and what was changed since is to be another report. */
    asAnother: () => {
      draft.renewKey();
      forget();
    },
    again: () => {
      setTaken(undefined);
      scrollTo(0, 0);
    },
  };
}
