export type { ClockSetting } from '../../../workflows/messages.ts';
