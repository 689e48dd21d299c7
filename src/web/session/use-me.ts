import { useContext } from 'react';
import type { Me } from '../../contract/session-contract.ts';
import { SessionContext } from './session-context.ts';

/** The person who is signed in. */
export function useMe(): Me {
  const me = useContext(SessionContext);
  if (!me) throw new Error('no SessionContext above this component');
  return me;
}
