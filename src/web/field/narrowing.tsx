import { Select } from 'antd';
import type { Named, TextContract } from '../../contract/text-contract.ts';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';

/** The unit, standard and priority that a list is narrowed to. */
export interface Narrowed {
  readonly unit?: string | undefined;
  readonly standard?: string | undefined;
  readonly priority?: string | undefined;
}

/** The units, standards and priorities that a list can be narrowed to. */
export interface Narrowable {
  readonly units: readonly Named[];
  readonly standards: readonly { readonly id: string; readonly title: TextContract }[];
  readonly priorities: readonly number[];
}

interface NarrowingProps {
  readonly to: Narrowable;
  readonly chosen: Narrowed;
  readonly change: (part: Narrowed) => void;
}

/** Narrows a list to a unit with those below it, a standard, a priority. */
export function Narrowing({ to, chosen, change }: NarrowingProps) {
  const { words, read } = useLanguage();
  const filters = [
    {
      key: 'unit',
      label: words.allUnits,
      options: to.units.map(({ id, name }) => ({ value: id, label: read(name) })),
      testId: testIds.narrowUnit,
    },
    {
      key: 'standard',
      label: words.allTypes,
      options: to.standards.map(({ id, title }) => ({ value: id, label: read(title) })),
      testId: testIds.narrowStandard,
    },
    {
      key: 'priority',
      label: words.allPriorities,
      options: to.priorities.map((level) => ({
        value: String(level),
        label: words.priority(level),
      })),
      testId: testIds.narrowPriority,
    },
  ] as const;
  return (
    <div className="narrowing" role="group" aria-label={words.narrow}>
      {filters.map(({ key, label, options, testId }) =>
        // A leader of one unit has nothing to choose.
        options.length > 1 ? (
          <Select
            key={key}
            size="large"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={label}
            aria-label={label}
            options={options}
            value={chosen[key] ?? null}
            onChange={(value: string | null) => change({ [key]: value ?? undefined })}
            data-testid={testId}
          />
        ) : null,
      )}
    </div>
  );
}
