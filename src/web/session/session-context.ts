import { createContext } from 'react';
import type { Me } from '../../contract/session-contract.ts';

export const SessionContext = createContext<Me | undefined>(undefined);
