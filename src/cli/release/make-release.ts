import type { Language } from '../../diagnostics/language.ts';
import { canonicalJson } from '../../model/canonical-json.ts';
import type { Release } from '../../model/release.ts';
import { countOf } from '../count-of.ts';
import { loadRelease } from '../load-release.ts';
import type { Outcome } from '../outcome.ts';
import { releaseProblems } from '../release-problems.ts';
import { writeAsked } from '../write-asked.ts';

interface ReleaseRequest {
  readonly root: string | undefined;
  readonly json: true | undefined;
  readonly out: string | undefined;
  readonly lang: Language;
}

/** Compiles everything to one bundle in canonical JSON: the same sources make the same bytes on any machine. */
export async function makeRelease({ root, json, out, lang }: ReleaseRequest): Promise<Outcome> {
  const loaded = await loadRelease(root);
  const { release } = loaded;
  if (!release) return releaseProblems(loaded, { lang, json });
  const bundle = `${canonicalJson(release)}\n`;
  if (out !== undefined) await writeAsked(out, bundle);
  const counts = countsOf(release);
  const bytes = Buffer.byteLength(bundle);
  if (json)
    return {
      text: `${JSON.stringify({ hash: release.hash, bytes, ...counts }, undefined, 2)}\n`,
      status: 0,
    };
  const { standards, procedures, ruleSets, steps } = counts;
  const list = {
    zh: `${standards} 个标准，${procedures} 个程序，${steps} 个步骤，${ruleSets} 个规则集，${bytes} 字节`,
    en: `${countOf(standards, 'standard')}, ${countOf(procedures, 'procedure')}, ${countOf(steps, 'step')}, ${countOf(ruleSets, 'rule set')}, ${countOf(bytes, 'byte')}`,
  };
  return { text: `${release.hash}\n${list[lang]}\n`, status: 0 };
}

function countsOf({ procedures, ruleSets }: Release) {
  const all = Object.values(procedures);
  const standards = all.filter(({ kind }) => kind === 'standard').length;
  return {
    standards,
    procedures: all.length - standards,
    steps: all.reduce((sum, { order }) => sum + order.length, 0),
    ruleSets: Object.keys(ruleSets).length,
  };
}
