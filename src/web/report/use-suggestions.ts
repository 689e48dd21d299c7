import { useEffect, useState } from 'react';
import type { Suggested } from '../../contract/report-contract.ts';
import { useServer } from '../server/use-server.ts';
import { buildToldSoFar } from './build-told-so-far.ts';
import type { ReportDraft } from './report-draft.ts';

const pauseMilliseconds = 500;

/** The server's answer about a report while it is typed. */
export interface Suggestions {
  readonly latest: Suggested | undefined;
  /** The facts that the rules missed at some time: a question that was answered does not jump away. */
  readonly asked: readonly string[];
}

const nothing: Suggestions = { latest: undefined, asked: [] };

/** Facts that the words of a report suggest and what it comes to so far, asked for in the pauses of typing. */
export function useSuggestions(draft: ReportDraft, channel: string | undefined): Suggestions {
  const { send } = useServer();
  const [suggestions, setSuggestions] = useState(nothing);
  const told = draft.text.trim() === '' ? '' : JSON.stringify(buildToldSoFar(draft, channel));
  useEffect(() => {
    if (told === '') return setSuggestions(nothing);
    let old = false;
    const ask = async () => {
      try {
        const body: unknown = JSON.parse(told);
        const answer = await send({ method: 'POST', path: '/api/reports/suggest', body });
        if (!old) setSuggestions(({ asked }) => withAnswer(answer as Suggested, asked));
      } catch {
        // A report is registered without suggestions too; the banner tells that the network is away.
      }
    };
    const timer = setTimeout(() => void ask(), pauseMilliseconds);
    return () => {
      old = true;
      clearTimeout(timer);
    };
  }, [told, send]);
  return suggestions;
}

const withAnswer = (latest: Suggested, asked: readonly string[]): Suggestions => ({
  latest,
  asked: [...new Set([...asked, ...latest.decision.missing])],
});
