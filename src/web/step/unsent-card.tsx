import { Button } from 'antd';
import type { StepView } from '../../contract/step-contract.ts';
import type { DraftForm } from '../draft/use-draft.ts';
import { useLanguage } from '../language/use-language.ts';
import { useMe } from '../session/use-me.ts';
import { testIds } from '../test-ids.ts';
import type { StepDraft } from './step-draft.ts';
import { typedInForm } from './typed-in-form.ts';

interface UnsentCardProps {
  readonly step: StepView;
  readonly draft: DraftForm<StepDraft>;
}

/** The entries in the form of a step that another, or the same person in another tab, ended first. */
export function UnsentCard({ step, draft }: UnsentCardProps) {
  const { words, read } = useLanguage();
  const { person } = useMe();
  const typed = typedInForm(step, draft.values);
  const { by } = step;
  const first = by?.id === person ? words.unsentAfterOwn : by && words.unsentAfter(read(by.name));
  const title = first ?? words.unsent;
  if (typed.length === 0) return null;
  return (
    <section className="card stack-tight" data-testid={testIds.unsent} role="status">
      <strong>{title}</strong>
      <dl className="pairs">
        {typed.map(({ place, title, text }) => (
          <div key={place}>
            <dt>{read(title)}</dt>
            <dd>{read(text)}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{words.unsentWhy}</p>
      <Button onClick={draft.discard}>{words.unsentDrop}</Button>
    </section>
  );
}
