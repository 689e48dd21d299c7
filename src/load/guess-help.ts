import type { Text } from '../model/text.ts';
import { quote } from '../diagnostics/quote.ts';
import { nearestForm } from './nearest-form.ts';

/** Help for a text that does not match a pattern: the form that it was probably meant to have. */
export function guessHelp(text: string, pattern: string): Text | undefined {
  const form = nearestForm(text, pattern);
  if (form === undefined) return undefined;
  return { zh: `是不是 ${quote(form)}？`, en: `did you mean ${quote(form)}?` };
}
