import type { IncidentView } from '../../contract/incident-contract.ts';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import { CorrectFactForm } from './correct-fact-form.tsx';
import { HandOverForm } from './hand-over-form.tsx';
import { JoinReportForm } from './join-report-form.tsx';
import { SwitchForm } from './switch-form.tsx';

/** The acts that are seldom done, folded away. */
export function MoreActs({ incident }: { readonly incident: IncidentView }) {
  const { words } = useLanguage();
  const forms = [
    { title: words.handOver, form: <HandOverForm incident={incident} /> },
    { title: words.correct, form: <CorrectFactForm incident={incident} /> },
    { title: words.switchTo, form: <SwitchForm incident={incident} /> },
    { title: words.join, form: <JoinReportForm id={incident.id} /> },
  ];
  return (
    <section className="card stack-tight" data-testid={testIds.moreActs}>
      <h2>{words.moreActs}</h2>
      {forms.map(({ title, form }) => (
        <details key={title}>
          <summary>{title}</summary>
          {form}
        </details>
      ))}
    </section>
  );
}
