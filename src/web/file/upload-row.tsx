import {
  CheckCircleFilled,
  CloseOutlined,
  CloudUploadOutlined,
  DisconnectOutlined,
  ExclamationCircleFilled,
} from '@ant-design/icons';
import { Button } from 'antd';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import { formatSize } from './format-size.ts';
import type { Upload } from './uploads.ts';

const icons = {
  sending: <CloudUploadOutlined aria-hidden />,
  waiting: <DisconnectOutlined aria-hidden />,
  kept: <CheckCircleFilled aria-hidden />,
  refused: <ExclamationCircleFilled aria-hidden />,
};

interface UploadRowProps {
  readonly upload: Upload;
  readonly bytesMax: number;
  readonly remove: () => void;
}

/** A file in a form: how far it is, or why it was not taken; once kept, its hash. */
export function UploadRow({ upload, bytesMax, remove }: UploadRowProps) {
  const { words, read } = useLanguage();
  const { name, size, standing } = upload;
  const say = () => {
    switch (standing.kind) {
      case 'sending':
        return words.fileSending(Math.floor(standing.sent * 100));
      case 'waiting':
        return standing.why?.problem?.text ? read(standing.why.problem.text) : words.fileWaiting;
      case 'kept':
        return words.fileKept(standing.file.sha256.slice(0, 12));
      case 'refused':
        if (standing.why === 'empty') return words.fileEmpty;
        if (standing.why === 'too-large') return words.fileTooLarge(formatSize(bytesMax));
        return standing.why.problem?.text ? read(standing.why.problem.text) : words.failure.refused;
    }
  };
  return (
    <li
      className={`upload upload-${standing.kind}`}
      data-testid={testIds.upload}
      data-standing={standing.kind}
    >
      <span className="upload-words">
        <strong>{name}</strong> <span className="quiet">{formatSize(size)}</span>
        <span
          className="upload-standing"
          role="status"
          title={standing.kind === 'kept' ? standing.file.sha256 : undefined}
        >
          {icons[standing.kind]} {say()}
        </span>
        {standing.kind === 'sending' && (
          <progress max={1} value={standing.sent} aria-label={words.fileSending(0)} />
        )}
      </span>
      <Button
        icon={<CloseOutlined aria-hidden />}
        aria-label={`${words.fileRemove} · ${name}`}
        title={words.fileRemove}
        onClick={remove}
        data-testid={testIds.fileRemove}
      />
    </li>
  );
}
