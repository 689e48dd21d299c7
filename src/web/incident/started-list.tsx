import type { IncidentView } from '../../contract/incident-contract.ts';
import { useLanguage } from '../language/use-language.ts';
import { PlaceLink } from '../routing/place-link.tsx';

/** The procedures that go on after the incident and close on their own. */
export function StartedList({ started }: { readonly started: IncidentView['started'] }) {
  const { words, read } = useLanguage();
  if (started.length === 0) return null;
  return (
    <section className="card stack-tight">
      <h2>{words.started}</h2>
      <ul className="plain-list started-list">
        {started.map(({ id, title }) => (
          <li key={id}>
            <PlaceLink to={{ page: 'incident', incident: id }}>{read(title)}</PlaceLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
