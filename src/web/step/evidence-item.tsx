import { FileTextOutlined, PaperClipOutlined } from '@ant-design/icons';
import { useContext } from 'react';
import type { EvidenceView } from '../../contract/step-contract.ts';
import { formatSize } from '../file/format-size.ts';
import { IncidentFilesContext } from '../file/incident-files.ts';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import { isFileReference } from './file-reference.ts';

/** One piece of evidence: its number, its file where there is one, and the file's hash. */
export function EvidenceItem({ evidence }: { readonly evidence: EvidenceView }) {
  const { words, read } = useLanguage();
  const { incident, files } = useContext(IncidentFilesContext);
  const { reference, sha256, title } = evidence;
  const file = files.find((one) => one.sha256 === sha256);
  return (
    <>
      <PaperClipOutlined aria-hidden /> {read(title)} {reference === '' && words.evidenceHidden}
      {reference !== '' && !isFileReference(reference) && <code>{reference}</code>}{' '}
      {file && (
        <a
          className="file-link"
          href={`/api/incidents/${encodeURIComponent(incident)}/files/${file.sha256}`}
          target="_blank"
          rel="noreferrer"
          data-testid={testIds.fileLink}
        >
          <FileTextOutlined aria-hidden /> {file.name ?? words.file} ({formatSize(file.size)})
        </a>
      )}{' '}
      {sha256 && (
        <small className="quiet" title={sha256}>
          SHA-256 <code>{sha256.slice(0, 12)}…</code>
        </small>
      )}
    </>
  );
}
