import type { SignIn } from '../../contract/session-contract.ts';
import type { Account } from '../../store/ports/accounts.ts';
import type { ApiContext } from '../api-context.ts';
import type { ApiProblem } from '../problems/api-problem.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import { answerLate } from './answer-late.ts';
import { isKnownDevice, noteDevice } from './known-device.ts';
import { passwordFits } from './password-hash.ts';
import { sessionLimits } from './session-cookie.ts';
import { newToken, tokenHash } from './token.ts';
import { deviceBudgets, strangerBudgets } from './try-budgets.ts';

/** From where somebody signs in. */
export interface SignInPlace {
  readonly address: string;
  /** The token of a device on which somebody has signed in before, as the browser sent it. */
  readonly device: string | undefined;
}

/** A new session's token and the device's, or why there is none. */
export type SigningIn =
  | { readonly signedIn: true; readonly token: string; readonly device: string }
  | { readonly signedIn: false; readonly problem: ApiProblem };

/**
 * Checks name and password, and begins a session. Unknown, wrong and locked have the same answer, after the same time.
 * What was checked is written into the API's log; the name as it was typed is not, for it may be a password.
 */
export async function signIn(
  context: ApiContext,
  { name, password }: SignIn,
  place: SignInPlace,
): Promise<SigningIn> {
  const late = answerLate(context.refusedSignInMilliseconds);
  const found = await context.store.accounts.byName(name);
  const account = isAdmitted(context, found) ? found : undefined;
  const known = await knownDevice(context, account, place);
  const budgets =
    known === undefined
      ? strangerBudgets(context.guard, { name, address: place.address })
      : deviceBudgets(context.guard, { name, device: known });
  const refused = (why: 'wrong' | 'throttled') => record(context, account, { why, ...place });
  const guarded = await context.guard.attempt(
    budgets,
    () => personOf(context, account, password),
    () => refused('throttled'),
  );
  const person = guarded.checked ? guarded.answer : undefined;
  if (person === undefined) {
    context.metrics.count('jiechu_sign_ins_total', {
      outcome: guarded.checked ? 'wrong' : 'throttled',
    });
    if (guarded.checked) await refused('wrong');
    await late();
    return { signedIn: false, problem: problemCatalogue.wrongSignIn };
  }
  const device = await noteDevice(context, person, known);
  return { signedIn: true, token: await beginSession(context, person, place.address), device };
}

/** True where an account may be used here: one of a demonstration only where demonstrations are. */
export const isAdmitted = (
  { sampleAccounts }: Pick<ApiContext, 'sampleAccounts'>,
  account: Pick<Account, 'sample'> | undefined,
): boolean => account !== undefined && (sampleAccounts || !account.sample);

async function knownDevice(
  context: ApiContext,
  account: Account | undefined,
  { device }: SignInPlace,
): Promise<string | undefined> {
  if (account === undefined || device === undefined) return undefined;
  return (await isKnownDevice(context, account.person, device)) ? device : undefined;
}

async function personOf(
  { store }: ApiContext,
  account: Account | undefined,
  password: string,
): Promise<string | undefined> {
  const fits = await passwordFits(account?.passwordHash, password);
  if (!account || !fits) return undefined;
  const person = await store.directory.person(account.person);
  return person?.active ? account.person : undefined;
}

async function beginSession(
  { clock, metrics, store, wallClock }: ApiContext,
  person: string,
  address: string,
): Promise<string> {
  const token = newToken();
  const created = wallClock();
  await store.sessions.sweep(created);
  await store.signInTries.sweep(created);
  await store.sessions.begin({
    tokenHash: tokenHash(token),
    person,
    created,
    expires: created + sessionLimits.absoluteMilliseconds,
    confirmed: created,
  });
  metrics.count('jiechu_sign_ins_total', { outcome: 'signed-in' });
  await store.apiLog.append('signed-in', { person, address }, clock.now());
  return token;
}

async function record(
  { clock, store }: ApiContext,
  account: Account | undefined,
  { why, address }: { readonly why: string; readonly address: string },
): Promise<void> {
  const about = account === undefined ? {} : { person: account.person };
  await store.apiLog.append('sign-in-refused', { ...about, address, why }, clock.now());
}
