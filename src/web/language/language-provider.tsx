import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { en } from '../locales/en.ts';
import { zh } from '../locales/zh.ts';
import { firstLanguage, keepLanguage } from './first-language.ts';
import { LanguageContext, type LanguageChoice } from './language-context.ts';

const wordsOf = { zh, en };

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const choice = useMemo<LanguageChoice>(
    () => ({
      language,
      words: wordsOf[language],
      read: (text) => text[language],
      choose: (chosen) => {
        keepLanguage(chosen);
        setLanguage(chosen);
      },
    }),
    [language],
  );
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}
