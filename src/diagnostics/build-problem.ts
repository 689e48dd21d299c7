import type { Named, NameKind, Problem, Subject } from '../model/diagnostic.ts';
import type { Text } from '../model/text.ts';
import type { ProblemPlace } from './problem-place.ts';

interface Words {
  readonly message: Text;
  readonly help?: Text | undefined;
  /** That what is there does not go together, unless said. */
  readonly about?: Subject;
  readonly related?: Problem['related'];
}

/** An error: what it concerns is left out of the compiled release. Only the `…-problems.ts` files call this. */
export function buildError(code: string, place: ProblemPlace, words: Words): Problem {
  return build('error', code, place, words);
}

/** A warning: worth a look, and stops nothing. */
export function buildWarning(code: string, place: ProblemPlace, words: Words): Problem {
  return build('warning', code, place, words);
}

function build(
  severity: Problem['severity'],
  code: string,
  { file, path, at, range }: ProblemPlace,
  { message, help, about = unfit, related }: Words,
): Problem {
  return {
    code,
    severity,
    message,
    ...(help && { help }),
    about,
    file,
    path,
    ...(at && { at }),
    ...(range && { range }),
    ...(related && { related }),
  };
}

const unfit: Subject = { fault: 'unfit', names: [] };

/** A name with what it is the name of. */
export function named(kind: NameKind, name: string): Named {
  return { kind, name };
}
