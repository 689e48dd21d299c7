import type { ProblemDetails } from '../../contract/problem-contract.ts';
import type { ApiProblem } from './api-problem.ts';

/** A problem as RFC 9457 has it, in the language asked for. */
export function problemDetails(problem: ApiProblem, language: 'zh' | 'en'): ProblemDetails {
  const { refusal, errors, titles } = problem;
  return {
    type: `urn:jiechu:problem:${problem.code}`,
    title: problem.text[language],
    status: problem.status,
    code: problem.code,
    text: problem.text,
    ...(errors && {
      detail: errors
        .map(({ pointer, detail }) => `${pointer || '/'}: ${detail[language]}`)
        .join('; '),
      errors: errors.map((error) => ({ ...error })),
    }),
    ...lists(refusal),
    ...(refusal?.doneBy !== undefined && { doneBy: refusal.doneBy }),
    ...(refusal?.role !== undefined && { role: refusal.role }),
    ...(refusal?.step !== undefined && { step: refusal.step }),
    ...(titles && { titles: { ...titles } }),
  };
}

function lists(refusal: ApiProblem['refusal']): Partial<ProblemDetails> {
  const words = ['open', 'waiting', 'undecided', 'unconfirmed', 'missing', 'roles'] as const;
  return Object.fromEntries(
    words.flatMap((word) => (refusal?.[word] === undefined ? [] : [[word, [...refusal[word]]]])),
  );
}
