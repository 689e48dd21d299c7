import { PaperClipOutlined } from '@ant-design/icons';
import type { StepView } from '../../contract/step-contract.ts';
import { useLanguage } from '../language/use-language.ts';

export function EvidenceList({ evidence }: { readonly evidence: StepView['evidence'] }) {
  const { words, read } = useLanguage();
  if (evidence.length === 0) return null;
  return (
    <ul className="plain-list">
      {evidence.map(({ kind, title, reference }, index) => (
        <li key={`${kind} ${reference} ${index}`}>
          <PaperClipOutlined aria-hidden /> {read(title)}{' '}
          {reference ? <code>{reference}</code> : words.evidenceHidden}
        </li>
      ))}
    </ul>
  );
}
