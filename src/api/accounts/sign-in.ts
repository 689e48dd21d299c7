import type { SignIn } from '../../contract/session-contract.ts';
import type { ApiContext } from '../api-context.ts';
import type { ApiProblem } from '../problems/api-problem.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import { passwordFits } from './password-hash.ts';
import { sessionLimits } from './session-cookie.ts';
import { newSessionToken, sessionTokenHash } from './session-token.ts';
import type { ThrottleKey } from './sign-in-throttle.ts';

/** A new session's token, or why there is none. */
export type SigningIn =
  | { readonly signedIn: true; readonly token: string }
  | { readonly signedIn: false; readonly problem: ApiProblem };

// An account is locked by the store, whoever tries; an address only tires, for a whole station may share it.
const accountLimits = { attemptsMax: 10, lockMilliseconds: 5 * 60_000 } as const;
const throttleKeys = (name: string, address: string): readonly ThrottleKey[] => [
  { key: `address ${address}`, freeTries: 50 },
  { key: `name ${name} at ${address}`, freeTries: 5 },
];

/** Checks name and password, and begins a session. Each try is written into the API's log. */
export async function signIn(
  context: ApiContext,
  { name, password }: SignIn,
  address: string,
): Promise<SigningIn> {
  const { throttle, wallClock } = context;
  const keys = throttleKeys(name, address);
  const waitSeconds = throttle.waitSeconds(keys, wallClock());
  if (waitSeconds > 0) return refused(context, 'throttled', { name, address }, waitSeconds);
  const person = await personOf(context, name, password);
  if (person === 'locked') return refused(context, 'locked', { name, address }, 60);
  if (person === undefined) {
    throttle.failed(keys, wallClock());
    return refused(context, 'wrong', { name, address });
  }
  throttle.succeeded(keys);
  return { signedIn: true, token: await beginSession(context, person, address) };
}

async function personOf(
  { store, wallClock }: ApiContext,
  name: string,
  password: string,
): Promise<string | 'locked' | undefined> {
  const account = await store.accounts.byName(name);
  const now = wallClock();
  const isLocked = account?.lockedUntil !== undefined && account.lockedUntil > now;
  const fits = await passwordFits(account?.passwordHash, password);
  if (!account) return undefined;
  if (isLocked) return 'locked';
  if (!fits) {
    await store.accounts.failed(account.person, now, accountLimits);
    return undefined;
  }
  const person = await store.directory.person(account.person);
  if (!person?.active) return undefined;
  await store.accounts.succeeded(account.person);
  return account.person;
}

async function beginSession(
  { clock, metrics, store, wallClock }: ApiContext,
  person: string,
  address: string,
): Promise<string> {
  const token = newSessionToken();
  const created = wallClock();
  await store.sessions.sweep(created);
  await store.sessions.begin({
    tokenHash: sessionTokenHash(token),
    person,
    created,
    expires: created + sessionLimits.absoluteMilliseconds,
  });
  metrics.count('jiechu_sign_ins_total', { outcome: 'signed-in' });
  await store.apiLog.append('signed-in', { person, address }, clock.now());
  return token;
}

async function refused(
  { clock, metrics, store }: ApiContext,
  why: 'wrong' | 'locked' | 'throttled',
  who: { readonly name: string; readonly address: string },
  waitSeconds?: number,
): Promise<SigningIn> {
  metrics.count('jiechu_sign_ins_total', { outcome: why });
  // A flood of tries is counted but not written: each entry of the chain costs more than the try.
  if (why !== 'throttled')
    await store.apiLog.append('sign-in-refused', { ...who, why }, clock.now());
  const problem =
    waitSeconds === undefined
      ? problemCatalogue.wrongSignIn
      : { ...problemCatalogue.tooManyTries, retryAfterSeconds: waitSeconds };
  return { signedIn: false, problem };
}
