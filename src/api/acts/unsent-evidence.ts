import type { ApiContext } from '../api-context.ts';
import type { ApiProblem } from '../problems/api-problem.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import type { WantedAct } from './wanted-act.ts';

/** Why an act's evidence is not taken: it names the hash of a file that nobody has sent for this incident. */
export async function unsentEvidence(
  { store }: ApiContext,
  { incident, act }: Pick<WantedAct, 'incident' | 'act'>,
): Promise<ApiProblem | undefined> {
  const evidence = act.kind === 'do' ? (act.evidence ?? []) : [];
  if (!evidence.some(({ sha256 }) => sha256 !== undefined)) return undefined;
  const sent = new Set((await store.files.of(incident)).map(({ sha256 }) => sha256));
  const errors = evidence.flatMap(({ sha256 }, index) =>
    sha256 === undefined || sent.has(sha256)
      ? []
      : [
          {
            pointer: `/evidence/${index}/sha256`,
            detail: {
              zh: '本警情没有这个文件；请先上传，或只填编号',
              en: 'no such file was sent for this incident: send it first, or give its number alone',
            },
          },
        ],
  );
  return errors.length === 0 ? undefined : { ...problemCatalogue.evidenceUnsent, errors };
}
