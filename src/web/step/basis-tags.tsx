import {
  AuditOutlined,
  ExperimentOutlined,
  QuestionCircleOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { BasisView } from '../../contract/step-contract.ts';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';

type BasisKind = 'law' | 'law-unchecked' | 'practice' | 'assumed';

const icons = {
  law: <AuditOutlined aria-hidden />,
  'law-unchecked': <QuestionCircleOutlined aria-hidden />,
  practice: <TeamOutlined aria-hidden />,
  assumed: <ExperimentOutlined aria-hidden />,
};

interface BasisTagsProps {
  readonly title: string;
  readonly basis: readonly BasisView[];
}

/** The basis of a duty or a limit. Each kind has its word: what is assumed never looks like law. */
export function BasisTags({ title, basis }: BasisTagsProps) {
  const { words, read } = useLanguage();
  if (basis.length === 0) return null;
  const kindWords = {
    law: words.law,
    'law-unchecked': words.lawUnchecked,
    practice: words.practice,
    assumed: words.assumed,
  };
  return (
    <ul className="basis-list" aria-label={title}>
      <li className="quiet">{title}</li>
      {basis.map((one) => {
        const kind: BasisKind = one.kind;
        return (
          <li
            key={one.id}
            className={`basis basis-${kind}`}
            data-testid={testIds.basis(kind)}
            title={one.source}
          >
            <span className="basis-kind">
              {icons[kind]} {kindWords[kind]}
            </span>
            {read(one.title)}
          </li>
        );
      })}
    </ul>
  );
}
