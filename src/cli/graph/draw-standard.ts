import type { Language } from '../../diagnostics/language.ts';
import { machineConfig } from '../../machine/machine-config.ts';
import { unknownId } from '../asked-ids.ts';
import { loadRelease } from '../load-release.ts';
import type { Outcome } from '../outcome.ts';
import { releaseProblems } from '../release-problems.ts';
import { mermaidFlowchart } from './mermaid-flowchart.ts';
import { xstateModule } from './xstate-module.ts';

interface GraphRequest {
  readonly standard: string;
  readonly format: 'mermaid' | 'xstate';
  readonly root: string | undefined;
  readonly json: true | undefined;
  readonly lang: Language;
}

/** Draws a standard for another tool to show. */
export async function drawStandard({
  standard,
  format,
  root,
  json,
  lang,
}: GraphRequest): Promise<Outcome> {
  const loaded = await loadRelease(root);
  const { release } = loaded;
  if (!release) return releaseProblems(loaded, { lang, json });
  const spec = release.procedures[standard];
  if (!spec) throw unknownId(standard, Object.keys(release.procedures));
  if (format === 'xstate') {
    const text = json
      ? `${JSON.stringify(machineConfig(spec), undefined, 2)}\n`
      : xstateModule(spec);
    return { text, status: 0 };
  }
  const drawn = mermaidFlowchart(spec, lang);
  return {
    text: json ? `${JSON.stringify({ standard, format, text: drawn }, undefined, 2)}\n` : drawn,
    status: 0,
  };
}
