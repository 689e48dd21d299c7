import { PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';

interface FilePickerProps {
  /** The title of what the files are to prove, for somebody who hears the page. */
  readonly about: string;
  readonly picked: (files: readonly File[]) => void;
}

/** Lets somebody choose files, or take a picture where the device can. */
export function FilePicker({ about, picked }: FilePickerProps) {
  const { words } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ target }) => {
          picked([...(target.files ?? [])]);
          // The same file chosen again is a change too.
          target.value = '';
        }}
        data-testid={testIds.fileInput}
      />
      <Button
        icon={<PaperClipOutlined aria-hidden />}
        aria-label={`${words.fileAdd} · ${about}`}
        onClick={() => input.current?.click()}
        data-testid={testIds.fileAdd}
      >
        {words.fileAdd}
      </Button>
    </>
  );
}
