import { PauseCircleOutlined } from '@ant-design/icons';
import type { PendingView } from '../../contract/step-contract.ts';
import { listText } from '../language/list-text.ts';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';

/** The steps that cannot go on until the second person has answered, and the closing where it cannot either. */
export function HoldsBack({ pending }: { readonly pending: PendingView }) {
  const { language, words, read } = useLanguage();
  const { closing, steps } = pending.holdsBack;
  const held = [...steps.map(({ title }) => read(title)), ...(closing ? [words.close] : [])];
  if (held.length === 0) return null;
  return (
    <span data-testid={testIds.holdsBack}>
      <PauseCircleOutlined aria-hidden /> {words.holdsBack}
      {words.colon}
      {listText(held, language)}
    </span>
  );
}
