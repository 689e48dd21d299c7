import { playedDay } from './played-day.ts';

playedDay(10, 2500);
