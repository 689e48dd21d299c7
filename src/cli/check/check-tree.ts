import { formatGithub } from '../../diagnostics/format-github.ts';
import { formatJson } from '../../diagnostics/format-json.ts';
import { formatPretty } from '../../diagnostics/format-pretty.ts';
import { formatSarif } from '../../diagnostics/format-sarif.ts';
import type { Language } from '../../diagnostics/language.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Instant } from '../../model/instant.ts';
import { jiechuVersion } from '../jiechu-version.ts';
import { loadRelease, type LoadedRelease } from '../load-release.ts';
import type { Outcome } from '../outcome.ts';
import { wantsColour } from '../wants-colour.ts';
import { checkSummary } from './check-summary.ts';
import { pathFilter } from './path-filter.ts';

/** A request to `check`. */
export interface CheckRequest {
  readonly paths: readonly string[];
  readonly root: string | undefined;
  readonly format: 'pretty' | 'json' | 'sarif' | 'github';
  readonly lang: Language;
  /** Calendars that end too early are told of at this instant. */
  readonly now: Instant;
}

/** Loads and compiles everything below a root, and shows the problems of the paths asked for. */
export async function checkTree({
  paths,
  root,
  format,
  lang,
  now,
}: CheckRequest): Promise<Outcome> {
  const checked = await loadRelease(root, now);
  const isWanted = pathFilter(checked.root, paths);
  const shown = checked.diagnostics.filter(({ file }) => isWanted(file));
  return {
    text: formatted(shown, checked, { format, lang }),
    status: shown.some(({ severity }) => severity === 'error') ? 1 : 0,
  };
}

function formatted(
  shown: readonly Diagnostic[],
  { loaded, release }: LoadedRelease,
  { format, lang }: Pick<CheckRequest, 'format' | 'lang'>,
): string {
  switch (format) {
    case 'json':
      return formatJson(shown, { lang });
    case 'sarif':
      return formatSarif(shown, { lang, version: jiechuVersion() });
    case 'github':
      return formatGithub(shown, { lang });
    case 'pretty': {
      const list = formatPretty(shown, { lang, textOf: loaded.textOf, colour: wantsColour() });
      return `${list}${list === '' ? '' : '\n'}${checkSummary(shown, loaded.tree, { lang, release })}`;
    }
  }
}
