import { randomBytes } from 'node:crypto';
import { ErasureView, NewErasure } from '../../contract/erasure-contract.ts';
import type { ErasureScope } from '../../store/ports/erasures.ts';
import { readerOf } from '../accounts/reader.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { findTargets } from '../erasure/find-targets.ts';
import { erasureProblem } from '../erasure/may-erase.ts';
import { fieldProblem } from '../problems/field-problem.ts';
import { sendProblem } from '../problems/send-problem.ts';
import { erasureView } from '../views/erasure-view.ts';
import { withProblems } from './with-problems.ts';

/** `POST /api/erasures`: asks that personal values are erased. Nothing goes before another person has agreed. */
export function postErasure(app: ApiApp, context: ApiContext): void {
  const schema = {
    body: NewErasure,
    response: withProblems({ 201: ErasureView }),
    tags: ['erasures'],
  };
  app.post('/api/erasures', { schema }, async (request, reply) => {
    const { actor } = readerOf(request);
    const { clock, directory, store } = context;
    const scope = scopeOf(request.body);
    if (scope === undefined) return sendProblem(request, reply, oneOfThem);
    const problem = await erasureProblem(context, actor, scope);
    if (problem) return sendProblem(request, reply, problem);
    if (scope.kind !== 'incident' && !(await findsAnything(context, scope))) {
      return sendProblem(request, reply, notThere[scope.kind]);
    }
    const erasure = {
      id: `E-${randomBytes(6).toString('hex')}`,
      scope,
      reason: request.body.reason,
      askedBy: actor.person,
      askedAt: clock.now(),
    };
    await store.erasures.ask(erasure);
    // Neither whom it is about nor the reason: this log is kept.
    const { words: _words, ...about } = { words: undefined, ...scope };
    const asked = { person: actor.person, erasure: erasure.id, ...about };
    await store.apiLog.append('erasure-asked', asked, clock.now());
    return reply.code(201).send(erasureView(await directory.names(), erasure));
  });
}

const oneOfThem = fieldProblem('/incident', {
  zh: '要写 incident（可加 fact），或写 person，只写其一',
  en: 'name an incident, with a fact of it or without, or a person: one of the two',
});

// A name that is mistyped must not look like an erasure that was done.
const notThere = {
  fact: fieldProblem('/fact', {
    zh: '这起警情里没有这一项个人信息：请核对名称',
    en: 'this incident holds no personal value of this fact: check its name',
  }),
  person: fieldProblem('/person', {
    zh: '没有提到此人的内容：请核对写法',
    en: 'nothing mentions this person: check how it is written',
  }),
} as const;

const findsAnything = async (
  { gateway, store }: ApiContext,
  scope: ErasureScope,
): Promise<boolean> =>
  (await findTargets({ gateway, store }, scope)).some(
    ({ values, reports, files, fileNames }) =>
      values.length + reports.length + files.length + fileNames.length > 0,
  );

const scopeOf = ({ incident, fact, person }: NewErasure): ErasureScope | undefined => {
  if (incident === undefined) {
    return person === undefined || fact !== undefined
      ? undefined
      : { kind: 'person', words: person.trim() };
  }
  if (person !== undefined) return undefined;
  return fact === undefined ? { kind: 'incident', incident } : { kind: 'fact', incident, fact };
};
