import { Check, Errors } from 'typebox/value';
import { apiLogFormat, ApiLogPage } from '../../contract/api-log-contract.ts';
import { briefly } from '../../diagnostics/shown-text.ts';
import { countOf } from '../count-of.ts';
import type { Outcome } from '../outcome.ts';
import { readAsked } from '../read-asked.ts';
import { anchorFlaws, ownAnchorFlaws } from './anchor-flaws.ts';
import { readAnchors, type ReadAnchors } from './anchored-points.ts';
import { apiLogFlaws } from './api-log-flaws.ts';
import type { DossierFlaw } from './dossier-flaw.ts';
import { givenKeys, type GivenKeys } from './given-keys.ts';
import { plainJson, wrongFile } from './plain-json.ts';
import { checkStamps } from './stamp-flaws.ts';
import { verdictOutcome } from './verdict-text.ts';
import type { VerifyRequest } from './verify-file.ts';

/** Checks exported pages of the API's log, in the order in which they are given. */
export async function verifyApiLog(
  request: VerifyRequest & { readonly apiLog: readonly string[] },
): Promise<Outcome> {
  const keys = request.key.length === 0 ? undefined : await givenKeys(request.key);
  const read: (ApiLogPage | DossierFlaw)[] = [];
  for (const file of request.apiLog) read.push(await readPage(file));
  const pages = read.filter((page): page is ApiLogPage => 'entries' in page);
  const broken = read.filter((page): page is DossierFlaw => !('entries' in page));
  const anchors = await anchorsOf(request, keys);
  const stamps = await checkStamps(anchors, request.timestampCa);
  const own = [...broken, ...apiLogFlaws(broken.length > 0 ? [] : pages, keys)];
  const flaws = [
    ...own,
    ...anchors.flatMap((each) => each.flaws),
    ...stamps.flaws,
    ...(own.length > 0 ? [] : pageFlaws(pages, anchors)),
  ];
  const entries = pages.reduce((sum, page) => sum + page.entries.length, 0);
  const points = anchors.reduce((sum, each) => sum + each.points.length, 0);
  const [first, last] = [pages[0], pages.at(-1)];
  const upTo = last?.entries.at(-1)?.seq ?? 0;
  const fitting = anchors.length > 0 && {
    zh: `，与 ${points} 处锚定相符${stamps.told.zh}`,
    en: `, fits ${countOf(points, 'anchor')}${stamps.told.en}`,
  };
  return verdictOutcome(
    {
      about: { zh: '接口日志', en: 'the log of the API' }[request.lang],
      flaws,
      hasKey: keys !== undefined,
      told: {
        zh: `${entries} 条，第 ${first?.from ?? 0} 到 ${upTo} 条，导出时共 ${last?.head.seq ?? 0} 条${fitting ? fitting.zh : ''}`,
        en: `entries ${first?.from ?? 0} to ${upTo} of ${last?.head.seq ?? 0} at the export${fitting ? fitting.en : ''}`,
      },
      json: {
        apiLog: { from: first?.from ?? 0, to: upTo, of: last?.head.seq ?? 0 },
        entries,
        ...(anchors.length > 0 && { anchors: points }),
      },
    },
    { lang: request.lang, isJson: request.json === true },
  );
}

async function readPage(file: string): Promise<ApiLogPage | DossierFlaw> {
  const value = plainJson(file, await readAsked(file));
  const format = (value as { readonly format?: unknown } | null)?.format;
  if (format !== apiLogFormat) {
    throw wrongFile(file, { zh: '不是导出的接口日志', en: 'is no exported log of the API' });
  }
  if (Check(ApiLogPage, value)) return value;
  const [error] = Errors(ApiLogPage, value);
  const place = briefly(error?.instancePath || '/');
  const text = {
    zh: `日志残缺：${place} 缺少一部分，或不是应有的内容`,
    en: `the log is not whole: at ${place} a part is missing, or is not what belongs there`,
  };
  return { what: 'dossier', id: place, text };
}

async function anchorsOf(
  { anchors }: VerifyRequest,
  keys: GivenKeys | undefined,
): Promise<readonly ReadAnchors[]> {
  const read: ReadAnchors[] = [];
  for (const file of anchors) {
    const headIn: Parameters<typeof readAnchors>[2] = ({ data }) =>
      data.kind === 'heads' ? data.apiLog : undefined;
    read.push(await readAnchors(file, keys, headIn));
  }
  return read;
}

function pageFlaws(
  pages: readonly ApiLogPage[],
  anchors: readonly ReadAnchors[],
): readonly DossierFlaw[] {
  const [first, last] = [pages[0], pages.at(-1)];
  if (first === undefined || last === undefined) return [];
  const hashes = new Map(pages.flatMap((page) => page.entries).map(({ seq, hash }) => [seq, hash]));
  hashes.set(last.head.seq, last.head.hash);
  const end = last.entries.at(-1)?.seq ?? 0;
  const { exported, head, anchored } = last;
  // Entries between the last one here and the head of the log are on pages that were not given.
  const hashAt = (seq: number): string | undefined => hashes.get(seq);
  const isHere = (seq: number): boolean => seq <= end || seq >= head.seq;
  const log = { exported, from: first.from, head, anchored, hashAt };
  const here = anchors.map((each) => ({
    ...each,
    points: each.points.filter((point) => isHere(point.head.seq)),
  }));
  const own = anchored?.head === undefined || isHere(anchored.head.seq) ? ownAnchorFlaws(log) : [];
  return [...own, ...here.flatMap((each) => anchorFlaws(log, each))];
}
