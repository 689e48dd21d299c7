import { Input } from 'antd';
import { useId } from 'react';
import type { StepView } from '../../contract/step-contract.ts';
import type { FieldFault } from '../field/field-fault.ts';
import { Field } from '../field/field.tsx';
import { FilePicker } from '../file/file-picker.tsx';
import { UploadRow } from '../file/upload-row.tsx';
import { useUploads } from '../file/use-uploads.ts';
import { useLanguage } from '../language/use-language.ts';
import { useMe } from '../session/use-me.ts';
import { testIds } from '../test-ids.ts';

interface EvidenceFieldProps {
  readonly incident: string;
  readonly evidence: StepView['evidenceNeeded'][number];
  readonly reference: string;
  /** Ids of the files that were added. */
  readonly files: readonly string[];
  readonly fault: FieldFault | undefined;
  readonly changeReference: (reference: string) => void;
  readonly changeFiles: (next: (files: readonly string[]) => readonly string[]) => void;
}

/** A piece of evidence: its number where it is kept elsewhere, or files of one's own, or both. */
export function EvidenceField(props: EvidenceFieldProps) {
  const { incident, evidence, reference, files, fault, changeReference, changeFiles } = props;
  const { words, read } = useLanguage();
  const { fileBytesMax } = useMe();
  const uploads = useUploads();
  const id = useId();
  const add = (chosen: readonly File[], bytesMax: number) => {
    const added = chosen.map((file) => uploads.add({ incident, file, bytesMax }));
    changeFiles((present) => [...present, ...added]);
  };
  const remove = (file: string) => {
    uploads.drop(file);
    changeFiles((present) => present.filter((one) => one !== file));
  };
  return (
    <Field
      label={
        <>
          {words.evidence} · {read(evidence.title)}
        </>
      }
      controlId={id}
      required
      fault={fault}
    >
      <div className="evidence-ways" data-testid={testIds.evidenceWays(evidence.id)}>
        <Input
          id={id}
          size="large"
          maxLength={500}
          placeholder={words.evidenceHint}
          value={reference}
          onChange={(event) => changeReference(event.target.value)}
          data-testid={testIds.evidence(evidence.id)}
        />
        {fileBytesMax !== undefined && (
          <FilePicker about={read(evidence.title)} picked={(chosen) => add(chosen, fileBytesMax)} />
        )}
      </div>
      {files.length > 0 && (
        <ul className="upload-list">
          {files.map((file) => {
            const upload = uploads.get(file);
            return (
              upload && (
                <UploadRow
                  key={file}
                  upload={upload}
                  bytesMax={fileBytesMax ?? 0}
                  remove={() => remove(file)}
                />
              )
            );
          })}
        </ul>
      )}
    </Field>
  );
}
