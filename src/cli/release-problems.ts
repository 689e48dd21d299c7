import { formatJson } from '../diagnostics/format-json.ts';
import { formatPretty } from '../diagnostics/format-pretty.ts';
import type { Language } from '../diagnostics/language.ts';
import { countOf } from './count-of.ts';
import type { LoadedRelease } from './load-release.ts';
import type { Outcome } from './outcome.ts';
import { wantsColour } from './wants-colour.ts';

/** The answer of a verb that needs a release where there is none: the errors, as `check` shows them. */
export function releaseProblems(
  { diagnostics, loaded }: LoadedRelease,
  { lang, json }: { readonly lang: Language; readonly json: true | undefined },
): Outcome {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (json) return { text: formatJson(errors, { lang }), status: 1 };
  const list = formatPretty(errors, { lang, textOf: loaded.textOf, colour: wantsColour() });
  const count = { zh: `${errors.length} 个错误`, en: countOf(errors.length, 'error') };
  return { text: `${list}\n${count[lang]}\n`, status: 1 };
}
