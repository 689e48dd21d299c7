import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useLanguage } from '../language/use-language.ts';
import { createServer } from './create-server.ts';
import { ServerContext } from './server-context.ts';

export function ServerProvider({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  const spoken = useRef(language);
  useEffect(() => {
    spoken.current = language;
  }, [language]);
  const [server] = useState(() => createServer(() => spoken.current));
  return <ServerContext value={server}>{children}</ServerContext>;
}
