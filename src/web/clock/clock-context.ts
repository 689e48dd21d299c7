import { createContext } from 'react';
import type { DomainClock } from './domain-clock.ts';

export const ClockContext = createContext<DomainClock>({ now: 0, factor: 1, heard: 0 });
