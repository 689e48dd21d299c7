import { Empty } from 'antd';
import { DuesPage } from '../dues/dues-page.tsx';
import { EnginePage } from '../engine/engine-page.tsx';
import { IncidentPage } from '../incident/incident-page.tsx';
import { IncidentsPage } from '../incidents/incidents-page.tsx';
import { useLanguage } from '../language/use-language.ts';
import { News } from '../notices/news.tsx';
import { PromptsPage } from '../prompts/prompts-page.tsx';
import { ReportPage } from '../report/report-page.tsx';
import type { Place } from '../routing/place.ts';
import { usePlace } from '../routing/use-place.ts';
import { StepPage } from '../step/step-page.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { PageHeader } from './page-header.tsx';
import { titleOfPlace } from './title-of-place.ts';
import { useFocusOnArrival } from './use-focus-on-arrival.ts';
import { usePageTitle } from './use-page-title.ts';

function pageOf(place: Place) {
  switch (place.page) {
    case 'prompts':
      return <PromptsPage />;
    case 'report':
      return <ReportPage />;
    case 'dues':
      return <DuesPage />;
    case 'incidents':
      return <IncidentsPage />;
    case 'engine':
      return <EnginePage />;
    case 'incident':
      return <IncidentPage id={place.incident} />;
    case 'step':
      return <StepPage incident={place.incident} id={place.step} />;
    case 'unknown':
      return undefined;
  }
}

export function PageFrame() {
  const { words } = useLanguage();
  const { place, visit } = usePlace();
  usePageTitle(titleOfPlace(place, words));
  const main = useFocusOnArrival(visit);
  return (
    <>
      <div className="page-top">
        <PageHeader place={place} />
        <ConnectionBanner />
        <News />
      </div>
      <main className="page" key={visit} ref={main} tabIndex={-1}>
        {pageOf(place) ?? <Empty description={words.unknownPage} />}
      </main>
    </>
  );
}
