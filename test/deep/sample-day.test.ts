import { playedDay } from '../system/played-day.ts';

// Takes 6 minutes.

playedDay(2);
