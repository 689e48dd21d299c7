import { CheckCircleFilled } from '@ant-design/icons';
import type { ActTaken } from '../../contract/act-contract.ts';
import { useLanguage } from '../language/use-language.ts';
import { PromptList } from '../prompts/prompt-list.tsx';
import { testIds } from '../test-ids.ts';
import { WaysOn } from './ways-on.tsx';

/** The receipt of an act, and what comes next for who acted. */
export function StepTaken({ answer }: { readonly answer: ActTaken }) {
  const { words } = useLanguage();
  const { receipt, prompts } = answer;
  return (
    <section className="stack" data-testid={testIds.taken}>
      <p className="taken" role="status">
        <CheckCircleFilled aria-hidden /> <strong>{words.taken}</strong>{' '}
        <small className="quiet">{words.takenReceipt(receipt.seq, receipt.hash.slice(0, 8))}</small>
      </p>
      {receipt.evidence?.map(({ kind, sha256 }) => (
        <small key={`${kind} ${sha256}`} className="quiet" data-testid={testIds.takenFile}>
          {words.takenFile} SHA-256 <code>{sha256}</code>
        </small>
      ))}
      {prompts.length > 0 ? (
        <>
          <h2>{words.nextPrompts}</h2>
          <PromptList prompts={prompts} />
        </>
      ) : (
        <p className="quiet">{words.nextNone}</p>
      )}
      <WaysOn incident={receipt.incident} />
    </section>
  );
}
