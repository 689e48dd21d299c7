import { useEffect, useState } from 'react';
import type { Suggested } from '../../contract/report-contract.ts';
import { useServer } from '../server/use-server.ts';

const pauseMilliseconds = 500;

/** Facts that the words of a report suggest, asked for in the pauses of typing. */
export function useSuggestions(text: string): Suggested['facts'] {
  const { send } = useServer();
  const [suggested, setSuggested] = useState<Suggested['facts']>([]);
  const said = text.trim();
  useEffect(() => {
    if (said === '') return setSuggested([]);
    let old = false;
    const ask = async () => {
      try {
        const answer = await send({
          method: 'POST',
          path: '/api/reports/suggest',
          body: { text: said },
        });
        if (!old) setSuggested((answer as Suggested).facts);
      } catch {
        // A report is registered without suggestions too; the banner tells that the network is away.
      }
    };
    const timer = setTimeout(() => void ask(), pauseMilliseconds);
    return () => {
      old = true;
      clearTimeout(timer);
    };
  }, [said, send]);
  return suggested;
}
