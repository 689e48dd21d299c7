import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { Me } from '../../contract/session-contract.ts';
import { instantOf } from '../../model/read-time.ts';
import { ClockContext } from '../clock/clock-context.ts';
import { tabStorage } from '../draft/tab-storage.ts';
import { LiveUpdates } from '../server/live-updates.tsx';
import { sessionPath } from '../server/session-path.ts';
import { useQuery } from '../server/use-query.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { NobodyYet } from './nobody-yet.tsx';
import { SessionContext } from './session-context.ts';
import { SignInDialog } from './sign-in-dialog.tsx';

/** Shows the page to who is signed in, the sign-in to others. */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const { data, failure } = useQuery<{ readonly me: Me; readonly heard: number }>(sessionPath);
  const me = data?.me;
  const clock = useMemo(
    () => ({
      now: data ? instantOf(data.me.clock.now) : 0,
      factor: data?.me.clock.factor ?? 1,
      heard: data?.heard ?? 0,
    }),
    [data],
  );
  useReloadForAnother(me?.person);
  if (!data || !me) return <NobodyYet failure={failure} />;
  const expired = failure?.kind === 'signed-out';
  return (
    <SessionContext value={me}>
      <ClockContext value={clock}>
        {!expired && <LiveUpdates />}
        {children}
        <ConfirmDialog me={me} />
        <SignInDialog before={me} open={expired} />
      </ClockContext>
    </SessionContext>
  );
}

/** Somebody else signed in in another tab: nothing of the first may stay here. */
function useReloadForAnother(person: string | undefined): void {
  const first = useRef(person);
  useEffect(() => {
    first.current ??= person;
    if (!person) return;
    tabStorage.belongTo(person);
    if (first.current !== person) location.reload();
  }, [person]);
}
