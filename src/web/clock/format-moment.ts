import { instantOf } from '../../model/read-time.ts';
import type { Language } from '../language/language.ts';

const zone = 'Asia/Shanghai';
const day = { timeZone: zone, month: '2-digit', day: '2-digit' } as const;
const clock = {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
} as const;
const minute = { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const forms = {
  clock,
  minute,
  second: { ...minute, second: '2-digit' },
  full: { ...minute, year: 'numeric', second: '2-digit' },
} as const;
const locale = { zh: 'zh-CN', en: 'en-GB' };
const made = new Map<string, Intl.DateTimeFormat>();

/** A moment as local time of the bureau, whatever zone the device is set to. */
export function formatMoment(
  moment: string,
  language: Language,
  form: keyof typeof forms = 'minute',
): string {
  const name = `${language} ${form}`;
  const format = made.get(name) ?? new Intl.DateTimeFormat(locale[language], forms[form]);
  made.set(name, format);
  return format.format(instantOf(moment));
}
