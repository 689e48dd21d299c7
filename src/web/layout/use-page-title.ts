import { useEffect } from 'react';
import { useLanguage } from '../language/use-language.ts';

/** Names the page in the browser's tabs, and to who hears it. */
export function usePageTitle(title?: string): void {
  const { words } = useLanguage();
  const { appName } = words;
  useEffect(() => {
    document.title = title === undefined ? appName : `${title} · ${appName}`;
  }, [title, appName]);
}
