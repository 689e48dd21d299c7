import { SoundOutlined } from '@ant-design/icons';
import type { Text } from '../../model/text.ts';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';

/** The wording to speak. */
export function SayBox({ text }: { readonly text: Text }) {
  const { words, read } = useLanguage();
  return (
    <figure className="say" data-testid={testIds.say}>
      <figcaption>
        <SoundOutlined aria-hidden /> {words.say}
      </figcaption>
      <blockquote>{read(text)}</blockquote>
    </figure>
  );
}
