import { CheckOutlined, CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Suggested } from '../../contract/report-contract.ts';
import type { FactField } from '../../contract/step-contract.ts';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';

interface SuggestionRowProps {
  readonly suggestion: Suggested['facts'][number];
  readonly field: FactField | undefined;
  readonly confirmed: boolean;
  readonly denied: boolean;
  readonly confirm: () => void;
  readonly deny: () => void;
}

export function SuggestionRow(props: SuggestionRowProps) {
  const { words, read } = useLanguage();
  const { suggestion, field, confirmed, denied } = props;
  const { fact, as, word } = suggestion;
  const label = field?.choices?.find(({ value }) => value === as)?.label;
  return (
    <li className="suggestion" data-testid={testIds.suggestion(fact)} data-confirmed={confirmed}>
      <span className={denied ? 'denied' : ''}>
        {words.reportSuggestedWord(word)} → {field ? read(field.ask) : fact}{' '}
        <strong>{label ? read(label) : String(as)}</strong>
      </span>
      <span className="row">
        <Button
          type={confirmed ? 'primary' : 'default'}
          icon={<CheckOutlined aria-hidden />}
          aria-pressed={confirmed}
          onClick={props.confirm}
          data-testid={testIds.suggestionConfirm(fact)}
        >
          {confirmed ? words.reportConfirmed : words.reportConfirm}
        </Button>
        <Button
          icon={<CloseOutlined aria-hidden />}
          aria-pressed={denied}
          onClick={props.deny}
          data-testid={testIds.suggestionDeny(fact)}
        >
          {words.reportDeny}
        </Button>
      </span>
    </li>
  );
}
