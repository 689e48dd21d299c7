import type { Loss } from '../../load/loss.ts';
import type { DocumentPath, NameKind, Problem } from '../../model/diagnostic.ts';
import type { SourceTree } from '../../model/source-tree.ts';
import { isProvided } from './provided-kinds.ts';

/**
 * The problems of compiling that are no consequences of what was left out of it: a standard with a broken line is still
 * there, and who names it has made no mistake. What is lost is not called unknown, and not called missing.
 */
export function dropConsequences(
  problems: readonly Problem[],
  losses: readonly Loss[],
  scenarios: SourceTree['scenarios'] = [],
): readonly Problem[] {
  const defining = losses.filter(({ kind }) => kind !== 'scenario' && kind !== 'cases');
  if (losses.length === 0) return problems;
  const lacking = losses.filter(
    ({ words, paths }) => words === 'any' || words.size > 0 || isWhole(paths),
  );
  const words = new Set(defining.flatMap((loss) => (loss.words === 'any' ? [] : [...loss.words])));
  for (const { id, paths } of defining) if (id !== undefined && isWhole(paths)) words.add(id);
  const unread = defining.filter((loss) => loss.words === 'any');
  const withoutProcedure = new Set(
    scenarios
      .filter(({ source, of }) => isUnsure(source.given.procedure ?? of, defining))
      .map(({ file }) => file),
  );
  return problems.filter((problem) => {
    const { file, about, path } = problem;
    if (losses.some((loss) => loss.file === file && isWithin(path, loss.paths))) return false;
    if (about.names.some(({ name }) => words.has(name))) return false;
    if (isUnknown(problem)) {
      const kinds = about.names.map(({ kind }) => kind);
      if (unread.some(({ kind }) => kinds.some((each) => isProvided(each, kind)))) return false;
      if (withoutProcedure.has(file) && kinds.some((kind) => ofProcedure.has(kind))) return false;
    }
    return !(about.fault === 'absent' && lacking.some((loss) => isMissedIn(problem, loss)));
  });
}

/** True where a problem is a name that stands for nothing. */
export const isUnknown = ({ about }: Problem): boolean =>
  about.fault === 'unknown' || about.fault === 'misspelt';

/** Of a standard or procedure nothing is left, or not what says which others it leads to. */
const isUnsure = (id: string, losses: readonly Loss[]) =>
  losses.some(
    (loss) => loss.id === id && loss.paths.some(([top]) => top === undefined || isWayOut(top)),
  );

const isWayOut = (key: string | number) => key === 'switch' || key === 'also';

const isWhole = (lost: readonly DocumentPath[]) => lost.some((path) => path.length === 0);

const isWithin = (path: DocumentPath, lost: readonly DocumentPath[]) =>
  lost.some((each) => each.length > 0 && each.every((part, index) => path[index] === part));

/** True where what is missing may be in what was lost: of the same entry, or of what the whole file is made of. */
function isMissedIn({ file, path }: Problem, loss: Loss): boolean {
  if (loss.file !== file) return loss.kind === undefined || sharedKinds.has(loss.kind);
  const entry = path.slice(0, entryLength);
  if (entry.length < entryLength) return true;
  return loss.paths.some(
    (lost) =>
      lost.length === 1 ||
      entry.every((part, index) => lost.length <= index || lost[index] === part),
  );
}

/** `steps`, and the step in it; so too a fact, a row, a rung. */
const entryLength = 2;

/** Others are made of these. */
const sharedKinds: ReadonlySet<string> = new Set([
  ...(['part', 'vocabulary', 'standard', 'procedure', 'ladder'] as const),
]);

/** The kinds of names that can be checked in a scenario only when its procedure is known. */
const ofProcedure: ReadonlySet<NameKind> = new Set(['procedure', 'step', 'way'] as const);
