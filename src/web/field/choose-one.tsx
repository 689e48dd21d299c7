import { Radio, Select } from 'antd';
import { useLanguage } from '../language/use-language.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface ChooseOneProps {
  readonly id: string;
  readonly options: readonly Option[];
  readonly value: string | undefined;
  readonly change: (value: string | undefined) => void;
  readonly labelledBy?: string;
  readonly required?: boolean;
  /** A list also where they are few: what nobody has to choose must be possible to take back. */
  readonly asList?: boolean;
  readonly placeholder?: string;
  readonly testId?: string;
}

// More than this do not fit a phone's width as buttons.
const buttonsMost = 4;

/** One of several: buttons where they are few, so that one thumb does it; else a list to search. */
export function ChooseOne(props: ChooseOneProps) {
  const { words } = useLanguage();
  const { id, options, value, change, labelledBy, required = false, testId } = props;
  if (options.length <= buttonsMost && props.asList !== true) {
    return (
      <Radio.Group
        id={id}
        className={`choice-buttons choice-buttons-${options.length}`}
        size="large"
        optionType="button"
        buttonStyle="solid"
        options={[...options]}
        value={value ?? null}
        onChange={(event) => change(String(event.target.value))}
        aria-labelledby={labelledBy}
        data-testid={testId}
      />
    );
  }
  return (
    <Select
      id={id}
      size="large"
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={!required}
      placeholder={props.placeholder ?? words.choose}
      options={[...options]}
      value={value ?? null}
      onChange={(chosen) => change(chosen ?? undefined)}
      aria-labelledby={labelledBy}
      data-testid={testId}
    />
  );
}
