import type { IncidentView } from '../../contract/incident-contract.ts';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import { LogLineItem } from './log-line-item.tsx';

// As many as a phone shows; an incident has a hundred.
const linesShown = 12;

/** All that happened, newest first; what is older is folded away. */
export function LogTimeline({ log }: { readonly log: IncidentView['log'] }) {
  const { words } = useLanguage();
  const lines = [...log].reverse();
  const older = lines.slice(linesShown);
  const list = (some: typeof lines) => (
    <ol className="timeline" reversed>
      {some.map((line) => (
        <LogLineItem key={line.seq} line={line} />
      ))}
    </ol>
  );
  return (
    <section className="card stack-tight" data-testid={testIds.log}>
      <h2>{words.log}</h2>
      {list(lines.slice(0, linesShown))}
      {older.length > 0 && (
        <details data-testid={testIds.logOlder}>
          <summary>
            {words.logOlder} <span className="count">{older.length}</span>
          </summary>
          {list(older)}
        </details>
      )}
    </section>
  );
}
