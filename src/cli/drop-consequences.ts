import type { Loss } from '../load/loss.ts';
import type { DocumentPath, Problem } from '../model/diagnostic.ts';
import type { SourceTree } from '../model/source-tree.ts';

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
  const isUnreadable = defining.some((loss) => loss.words === 'any');
  const withoutProcedure = new Set(
    scenarios
      .filter(({ source, of }) => isUnsure(source.given.procedure ?? of, defining))
      .map(({ file }) => file),
  );
  return problems.filter((problem) => {
    const { code, file, message } = problem;
    if (losses.some((loss) => loss.file === file && isWithin(problem.path, loss.paths))) {
      return false;
    }
    if (namesIn(message.en).some((name) => words.has(name))) return false;
    if (isUnreadable && unknownCodes.has(code)) return false;
    if (withoutProcedure.has(file) && procedureCodes.has(code)) return false;
    return !(absenceCodes.has(code) && lacking.some((loss) => isMissedIn(problem, loss)));
  });
}

const namesIn = (message: string) =>
  [...message.matchAll(/`([^`]*)`/g)].map(([, name = '']) => name);

/** Of a standard or procedure nothing is left, or not what says which others it leads to. */
const isUnsure = (id: string, losses: readonly Loss[]) =>
  losses.some(
    (loss) => loss.id === id && loss.paths.some(([top]) => top === undefined || isWayOut(top)),
  );

const isWayOut = (key: string | number) => key === 'switch' || key === 'also';

const isWhole = (lost: readonly DocumentPath[]) => lost.some((path) => path.length === 0);

const isWithin = (path: DocumentPath, lost: readonly DocumentPath[]) =>
  lost.some((each) => each.length > 0 && each.every((part, index) => path[index] === part));

/** Whether what is missing may be in what was lost: of the same entry, or of what the whole file is made of. */
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

const codes = (letters: string, ...numbers: readonly number[]) =>
  numbers.map((number) => `${letters}${String(number).padStart(3, '0')}`);

/** There is no such name. */
const unknownCodes: ReadonlySet<string> = new Set([
  ...codes('VOC', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 22, 28),
  ...codes('STD', 1, 2, 3, 4, 5),
  ...codes('RUL', 1, 2, 10),
  ...codes('SCN', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13),
]);

/** What a scenario can only be asked when its procedure is known. */
const procedureCodes: ReadonlySet<string> = new Set(codes('SCN', 2, 3, 10));

/** Something is not there, or something that is there is not used. */
const absenceCodes: ReadonlySet<string> = new Set([
  ...codes('STD', 13, 14, 16, 19, 20, 21, 23, 24, 25, 26, 33, 34, 43, 44, 47, 48, 49, 50, 51, 52),
  ...codes('VOC', 21, 23, 24, 33),
  ...codes('RUL', 11, 12, 15, 17, 18, 19, 20, 22, 23, 27),
  ...codes('SCN', 20),
]);
