import { Skeleton } from 'antd';
import type { IncidentView } from '../../contract/incident-contract.ts';
import { FailureAlert } from '../field/failure-alert.tsx';
import { IncidentFilesContext } from '../file/incident-files.ts';
import { useQuery } from '../server/use-query.ts';
import { testIds } from '../test-ids.ts';
import { BindingList } from './binding-list.tsx';
import { ClosePanel } from './close-panel.tsx';
import { DecisionList } from './decision-list.tsx';
import { FactList } from './fact-list.tsx';
import { FeedbackLadder } from './feedback-ladder.tsx';
import { IncidentHead } from './incident-head.tsx';
import { LogTimeline } from './log-timeline.tsx';
import { MoreActs } from './more-acts.tsx';
import { ReportList } from './report-list.tsx';
import { StartedList } from './started-list.tsx';
import { StepGroups } from './step-groups.tsx';
import { UnwatchedAlert } from './unwatched-alert.tsx';
import { SwitchAsked } from './switch-asked.tsx';

/** One incident: what is open, waiting and why, what was decided and why, and all that happened. */
export function IncidentPage({ id }: { readonly id: string }) {
  const path = `/api/incidents/${encodeURIComponent(id)}`;
  const { data: incident, failure } = useQuery<IncidentView>(path);
  if (!incident) return failure ? <FailureAlert failure={failure} reading /> : <Skeleton active />;
  return (
    <IncidentFilesContext value={{ incident: id, files: incident.files }}>
      <article className="stack" data-testid={testIds.incidentPage}>
        <IncidentHead incident={incident} />
        {incident.unwatched && <UnwatchedAlert why={incident.unwatched} />}
        {incident.pendingSwitch && (
          <SwitchAsked
            id={id}
            asked={incident.pendingSwitch}
            acted={incident.pendingSwitch.to === incident.standard.id}
          />
        )}
        <ReportList incident={incident} />
        <FeedbackLadder incident={incident} />
        <div className="columns">
          <div className="stack">
            <StepGroups incident={incident} />
            <ClosePanel incident={incident} />
            <DecisionList incident={incident} />
          </div>
          <div className="stack">
            <FactList facts={incident.facts} />
            <BindingList bindings={incident.bindings} />
            <StartedList started={incident.started} />
            {incident.mayAct && <MoreActs incident={incident} />}
            <LogTimeline log={incident.log} />
          </div>
        </div>
      </article>
    </IncidentFilesContext>
  );
}
