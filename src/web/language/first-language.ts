import type { Language } from './language.ts';

const place = 'jiechu.language';

/** The language kept on this device, else the browser's. */
export function firstLanguage(): Language {
  const kept = localStorage.getItem(place);
  if (kept === 'zh' || kept === 'en') return kept;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(place, language);
}
