import type { Limit } from '../model/limit.ts';

const millisecondsOf: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };

/** Reads a limit as the standards write it: `90s`, `5m`, `24h`, `3d`, `3wd`, `6mo`, `1y`, `at once`. */
export function parseLimit(text: string): Limit {
  if (text === 'at once') return { kind: 'grace' };
  const [, digits, unit = ''] = /^([1-9][0-9]*)(s|m|h|d|wd|mo|y)$/.exec(text) ?? [];
  const count = Number(digits);
  switch (unit) {
    case 's':
    case 'm':
    case 'h':
      return { kind: 'exact', milliseconds: count * millisecondsOf[unit]! };
    case 'd':
      return { kind: 'days', days: count };
    case 'wd':
      return { kind: 'working-days', days: count };
    case 'mo':
      return { kind: 'months', months: count };
    case 'y':
      return { kind: 'months', months: count * 12 };
    default:
      throw new Error(`the schema let the limit ${text} pass`);
  }
}
