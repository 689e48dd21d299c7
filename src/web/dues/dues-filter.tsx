import { Select } from 'antd';
import type { Dues } from '../../contract/dues-contract.ts';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import type { DuesSought } from './dues-path.ts';

interface DuesFilterProps {
  readonly dues: Pick<Dues, 'units' | 'standards' | 'priorities'>;
  readonly sought: DuesSought;
  readonly change: (part: Partial<DuesSought>) => void;
}

/** Narrows the list to a unit with those below it, a standard, a priority. */
export function DuesFilter({ dues, sought, change }: DuesFilterProps) {
  const { words, read } = useLanguage();
  const filters = [
    {
      key: 'unit',
      label: words.duesUnit,
      options: dues.units.map(({ id, name }) => ({ value: id, label: read(name) })),
      testId: testIds.duesUnit,
    },
    {
      key: 'standard',
      label: words.duesStandard,
      options: dues.standards.map(({ id, title }) => ({ value: id, label: read(title) })),
      testId: testIds.duesStandard,
    },
    {
      key: 'priority',
      label: words.duesPriority,
      options: dues.priorities.map((level) => ({
        value: String(level),
        label: words.priority(level),
      })),
      testId: testIds.duesPriority,
    },
  ] as const;
  return (
    <div className="dues-filter" role="group" aria-label={words.duesNarrow}>
      {filters.map(({ key, label, options, testId }) =>
        // Who leads one unit has nothing to choose.
        options.length > 1 ? (
          <Select
            key={key}
            size="large"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={label}
            aria-label={label}
            options={options}
            value={sought[key] ?? null}
            onChange={(chosen: string | null) => change({ [key]: chosen ?? undefined })}
            data-testid={testId}
          />
        ) : null,
      )}
    </div>
  );
}
