import type { IncidentView } from '../../contract/incident-contract.ts';
import { useLanguage } from '../language/use-language.ts';

/** Which of the bureau's types it is, of which category, and what handling it so rests on. */
export function StandardLine({ standard }: { readonly standard: IncidentView['standard'] }) {
  const { words, read } = useLanguage();
  const { number, category, basis } = standard;
  const parts = [
    ...(number === undefined ? [] : [words.typeNumber(number)]),
    ...(category ? [read(category)] : []),
    ...basis.map(({ title }) => read(title)),
  ];
  return parts.length === 0 ? null : <p className="quiet">{parts.join(' · ')}</p>;
}
