import { Empty, Input, Segmented, Skeleton } from 'antd';
import type { Directory } from '../../contract/directory-contract.ts';
import type { IncidentList } from '../../contract/incident-contract.ts';
import { useKept } from '../draft/use-kept.ts';
import { FailureAlert } from '../field/failure-alert.tsx';
import { Narrowing } from '../field/narrowing.tsx';
import { useLanguage } from '../language/use-language.ts';
import { useLastQuery } from '../server/use-last-query.ts';
import { useQuery } from '../server/use-query.ts';
import { testIds } from '../test-ids.ts';
import { IncidentRow } from './incident-row.tsx';
import { IncidentsCount } from './incidents-count.tsx';
import { incidentsPath, runningIncidents, type IncidentsSought } from './incidents-sought.ts';
import { PageTurner } from './page-turner.tsx';
import { usePause } from './use-pause.ts';

const pauseMilliseconds = 400;

/** The incidents that I may see, page by page: what nobody is prompted for first, then late and nearest due. */
export function IncidentsPage() {
  const { words } = useLanguage();
  const { kept: sought, change } = useKept('incidents', runningIncidents);
  const find = usePause(sought.find, pauseMilliseconds);
  const path = incidentsPath({ ...sought, find });
  const { data, failure, isOld } = useLastQuery<IncidentList>(path);
  const directory = useQuery<Directory>('/api/directory').data;
  // A new search begins at its first page.
  const seek = (part: Partial<IncidentsSought>) => change({ ...part, turned: [] });
  return (
    <section className="stack" data-testid={testIds.incidentsPage}>
      <h1>{words.incidents}</h1>
      <div className="row">
        <Segmented<IncidentsSought['shown']>
          size="large"
          options={[
            { value: 'running', label: words.incidentsRunning },
            { value: 'closed', label: words.incidentsClosed },
            { value: 'all', label: words.incidentsAll },
          ]}
          value={sought.shown}
          onChange={(shown) => seek({ shown })}
          data-testid={testIds.incidentsShown}
        />
        <Input
          className="search"
          size="large"
          allowClear
          maxLength={200}
          placeholder={words.incidentsFind}
          aria-label={words.incidentsFind}
          value={sought.find}
          onChange={(event) => seek({ find: event.target.value })}
          data-testid={testIds.incidentsFind}
        />
      </div>
      {directory && <Narrowing to={directory} chosen={sought} change={seek} />}
      {data ? (
        <div className={isOld ? 'stack being-read' : 'stack'} aria-busy={isOld}>
          {failure && <FailureAlert failure={failure} reading />}
          <IncidentsCount list={data} />
          {data.incidents.length === 0 ? (
            <Empty description={words.incidentsNone} />
          ) : (
            <ul className="incident-list">
              {data.incidents.map((incident) => (
                <li key={incident.id}>
                  <IncidentRow incident={incident} />
                </li>
              ))}
            </ul>
          )}
          <PageTurner list={data} turned={sought.turned} turn={(turned) => change({ turned })} />
        </div>
      ) : failure ? (
        <FailureAlert failure={failure} reading />
      ) : (
        <Skeleton active />
      )}
    </section>
  );
}
