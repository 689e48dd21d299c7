import { UserOutlined } from '@ant-design/icons';
import type { IncidentView } from '../../contract/incident-contract.ts';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';

interface BindingListProps {
  readonly bindings: IncidentView['bindings'];
}

/** The holder of each role. */
export function BindingList({ bindings }: BindingListProps) {
  const { words, read } = useLanguage();
  if (bindings.length === 0) return null;
  return (
    <section className="card stack-tight" data-testid={testIds.bindings}>
      <h2>{words.bindings}</h2>
      <dl className="pairs">
        {bindings.map(({ role, title, unit, person }) => (
          <div key={role}>
            <dt>{read(title)}</dt>
            <dd>
              {person ? (
                <>
                  <UserOutlined aria-hidden /> {read(person.name)}
                </>
              ) : (
                <span className="quiet">{words.unbound}</span>
              )}{' '}
              <small className="quiet">{read(unit.name)}</small>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
