import { useId } from 'react';
import type { Directory } from '../../contract/directory-contract.ts';
import { instantOf } from '../../model/read-time.ts';
import { toShanghaiInput } from '../clock/shanghai-input.ts';
import { useDomainNow } from '../clock/use-domain-now.ts';
import { ChooseOne } from '../field/choose-one.tsx';
import { Field } from '../field/field.tsx';
import { TimeInput } from '../field/time-input.tsx';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import { handlingUnits } from './handling-units.ts';
import type { ReportDraft } from './report-draft.ts';

interface DispatchFieldsProps {
  readonly directory: Directory;
  readonly channel: string | undefined;
  readonly draft: ReportDraft;
  readonly change: (part: Partial<ReportDraft>) => void;
}

/** The fields for the way, zone and unit by which it is handled, and for when it was reported. */
export function DispatchFields({ directory, channel, draft, change }: DispatchFieldsProps) {
  const { words, read } = useLanguage();
  const id = useId();
  const now = useDomainNow();
  const began = draft.begun === undefined ? now : instantOf(draft.begun);
  // The way that goes without saying for the channel. Where any is set, it has to be said for the other channels.
  const usual = directory.usualWay?.[channel ?? ''];
  const handledAt = draft.handledAt ?? usual;
  const labelled = (list: Directory['zones']) =>
    list.map((one) => ({ value: one.id, label: read(one.title) }));
  return (
    <>
      <Field
        label={words.reportWay}
        groupId={`${id}-way`}
        required={directory.usualWay !== undefined}
      >
        <ChooseOne
          id={`${id}-way-choice`}
          labelledBy={`${id}-way`}
          options={labelled(directory.ways)}
          value={handledAt}
          change={(chosen) => change({ handledAt: chosen })}
          testId={testIds.reportWay}
        />
      </Field>
      <Field label={words.reportZone} groupId={`${id}-zone`}>
        <ChooseOne
          id={`${id}-zone-choice`}
          labelledBy={`${id}-zone`}
          options={labelled(directory.zones)}
          value={draft.zone}
          change={(zone) => change({ zone })}
          testId={testIds.reportZone}
        />
      </Field>
      <div className="field-pair">
        <Field label={words.reportUnit} groupId={`${id}-unit`}>
          <ChooseOne
            id={`${id}-unit-choice`}
            labelledBy={`${id}-unit`}
            options={handlingUnits(directory.units, { ...draft, handledAt }).map((one) => ({
              value: one.id,
              label: read(one.name),
            }))}
            asList
            value={draft.unit}
            change={(unit) => change({ unit })}
            placeholder={words.reportUnitAuto}
            testId={testIds.reportUnit}
          />
        </Field>
        <Field label={words.reportAt} controlId={`${id}-at`}>
          <TimeInput
            id={`${id}-at`}
            typed={draft.at ?? toShanghaiInput(began)}
            change={(at) => change({ at })}
            testId={testIds.reportAt}
          />
        </Field>
      </div>
    </>
  );
}
