import type { StepView } from '../../contract/step-contract.ts';
import { EvidenceItem } from './evidence-item.tsx';

export function EvidenceList({ evidence }: { readonly evidence: StepView['evidence'] }) {
  if (evidence.length === 0) return null;
  return (
    <ul className="plain-list">
      {evidence.map((one, index) => (
        <li key={`${one.kind} ${one.reference} ${index}`}>
          <EvidenceItem evidence={one} />
        </li>
      ))}
    </ul>
  );
}
