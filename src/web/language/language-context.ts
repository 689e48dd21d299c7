import { createContext } from 'react';
import type { Text } from '../../model/text.ts';
import { zh, type PageText } from '../locales/zh.ts';
import type { Language } from './language.ts';

export interface LanguageChoice {
  readonly language: Language;
  /** The page's own texts. */
  readonly words: PageText;
  /** A text that came from the server, in the language chosen. */
  readonly read: (text: Text) => string;
  readonly choose: (language: Language) => void;
}

export const LanguageContext = createContext<LanguageChoice>({
  language: 'zh',
  words: zh,
  read: (text) => text.zh,
  choose: () => undefined,
});
