/** True where a text is a limit in all but its length, and a pattern wants a limit: over 100 years it is a slip. */
export function isTooLong(text: string, pattern: string | undefined): boolean {
  if (pattern === undefined || !pattern.includes(yearsOfPattern)) return false;
  const [, number = '', unit = ''] =
    /^([1-9][0-9]*)(s|m|h|d|wd|mo|y)( for | after |$)/.exec(text) ?? [];
  const days = daysOf[unit];
  return days !== undefined && Number(number) * days > daysMax;
}

/** The part of the pattern of limits by which it is known. */
const yearsOfPattern = '|wd|mo|y)';

const daysMax = 36_525;
const daysOf: Readonly<Record<string, number>> = {
  ...{ s: 1 / 86_400, m: 1 / 1440, h: 1 / 24, d: 1, wd: 7 / 5, mo: 30.4375, y: 365.25 },
};
