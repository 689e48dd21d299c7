import type { ApiContext } from '../api-context.ts';
import type { ApiProblem } from '../problems/api-problem.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import { answerLate } from './answer-late.ts';
import { passwordFits } from './password-hash.ts';
import type { Reader } from './reader.ts';
import { newToken, tokenHash } from './token.ts';
import { confirmationBudgets } from './try-budgets.ts';

/** The session's new token, or why it has none. */
export type Confirming =
  | { readonly confirmed: true; readonly token: string }
  | { readonly confirmed: false; readonly problem: ApiProblem };

/** True where the password of a session was asked for so lately that its owner still sits there. */
export const isRecent = (
  { recentSignInMilliseconds, wallClock }: ApiContext,
  { confirmed }: Pick<Reader, 'confirmed'>,
): boolean => wallClock() - confirmed <= recentSignInMilliseconds;

/** Asks for the password again within a session, which then goes on under another token. */
export async function confirmSignIn(
  context: ApiContext,
  { person: { id: person }, tokenHash: before }: Reader,
  { password, address }: { readonly password: string; readonly address: string },
): Promise<Confirming> {
  const { clock, guard, metrics, refusedSignInMilliseconds, store, wallClock } = context;
  const late = answerLate(refusedSignInMilliseconds);
  const record = (why: 'wrong' | 'throttled') =>
    store.apiLog.append('confirmation-refused', { person, address, why }, clock.now());
  const account = await store.accounts.of(person);
  const guarded = await guard.attempt(
    confirmationBudgets(guard, person),
    async () => ((await passwordFits(account?.passwordHash, password)) ? true : undefined),
    async () => void (await record('throttled')),
  );
  if (!guarded.checked || guarded.answer === undefined) {
    metrics.count('jiechu_sign_ins_total', { outcome: 'not-confirmed' });
    if (guarded.checked) await record('wrong');
    await late();
    return { confirmed: false, problem: problemCatalogue.passwordWrong };
  }
  const token = newToken();
  const renewed = { tokenHash: tokenHash(token), confirmed: wallClock() };
  if (!(await store.sessions.renew(before, renewed))) {
    return { confirmed: false, problem: problemCatalogue.signInNeeded };
  }
  metrics.count('jiechu_sign_ins_total', { outcome: 'confirmed' });
  await store.apiLog.append('confirmed', { person, address }, clock.now());
  return { confirmed: true, token };
}
