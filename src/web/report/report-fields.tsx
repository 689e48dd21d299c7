import { Input } from 'antd';
import { useId } from 'react';
import type { Directory } from '../../contract/directory-contract.ts';
import { ChooseOne } from '../field/choose-one.tsx';
import { Field } from '../field/field.tsx';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import type { ReportDraft } from './report-draft.ts';

interface ReportFieldsProps {
  readonly directory: Directory;
  readonly channel: string | undefined;
  readonly draft: ReportDraft;
  readonly change: (part: Partial<ReportDraft>) => void;
}

/** The fields for what was said, where, and by whom. */
export function ReportFields({ directory, channel, draft, change }: ReportFieldsProps) {
  const { words, read } = useLanguage();
  const id = useId();
  return (
    <>
      <Field label={words.reportChannel} groupId={`${id}-channel`} required>
        <ChooseOne
          id={`${id}-channel-choice`}
          labelledBy={`${id}-channel`}
          options={directory.channels.map((one) => ({ value: one.id, label: read(one.title) }))}
          value={channel}
          change={(chosen) => change({ channel: chosen })}
          required
          testId={testIds.reportChannel}
        />
      </Field>
      <Field label={words.reportText} controlId={`${id}-text`} required>
        <Input.TextArea
          id={`${id}-text`}
          autoSize={{ minRows: 4, maxRows: 14 }}
          maxLength={4000}
          placeholder={words.reportTextHint}
          value={draft.text}
          onChange={(event) => change({ text: event.target.value })}
          data-testid={testIds.reportText}
        />
      </Field>
      <Field label={words.reportPlace} controlId={`${id}-place`}>
        <Input
          id={`${id}-place`}
          size="large"
          maxLength={500}
          value={draft.place}
          onChange={(event) => change({ place: event.target.value })}
          data-testid={testIds.reportPlace}
        />
      </Field>
      <Field label={words.reportIncident} controlId={`${id}-incident`}>
        <Input
          id={`${id}-incident`}
          size="large"
          maxLength={64}
          autoComplete="off"
          value={draft.incident ?? ''}
          onChange={(event) => change({ incident: event.target.value })}
          data-testid={testIds.reportIncident}
        />
      </Field>
      <div className="field-pair">
        <Field label={words.reportReporter} controlId={`${id}-name`}>
          <Input
            id={`${id}-name`}
            size="large"
            maxLength={100}
            autoComplete="off"
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
            data-testid={testIds.reporterName}
          />
        </Field>
        <Field label={words.reportPhone} controlId={`${id}-phone`}>
          <Input
            id={`${id}-phone`}
            size="large"
            type="tel"
            maxLength={40}
            autoComplete="off"
            value={draft.phone}
            onChange={(event) => change({ phone: event.target.value })}
            data-testid={testIds.reporterPhone}
          />
        </Field>
      </div>
    </>
  );
}
