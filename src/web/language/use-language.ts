import { useContext } from 'react';
import { LanguageContext, type LanguageChoice } from './language-context.ts';

export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext);
}
