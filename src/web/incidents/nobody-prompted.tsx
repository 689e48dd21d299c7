import { WarningFilled } from '@ant-design/icons';
import type { TextContract } from '../../contract/text-contract.ts';
import { listText } from '../language/list-text.ts';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';

/** Says that an open incident asks nothing of anybody, and what it waits for. */
export function NobodyPrompted({ waitsFor }: { readonly waitsFor: readonly TextContract[] }) {
  const { language, words, read } = useLanguage();
  return (
    <strong className="late-word" data-testid={testIds.nobodyPrompted}>
      <WarningFilled aria-hidden /> {words.nobodyPrompted}
      {waitsFor.length > 0 &&
        `${words.colon}${words.waitsFor(listText(waitsFor.map(read), language))}`}
    </strong>
  );
}
