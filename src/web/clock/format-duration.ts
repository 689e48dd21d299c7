import type { Language } from '../language/language.ts';

const marks = {
  zh: { day: '天', hour: '小时', minute: '分', second: '秒', gap: '' },
  en: { day: 'd', hour: 'h', minute: 'm', second: 's', gap: ' ' },
};
const pad = (count: number) => String(count).padStart(2, '0');

/** The two largest parts of a length of time: `2分10秒`, `1h 05m`, `3d 2h`. */
export function formatDuration(milliseconds: number, language: Language): string {
  const { day, hour, minute, second, gap } = marks[language];
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) return `${days}${day}${gap}${hours % 24}${hour}`;
  if (hours > 0) return `${hours}${hour}${gap}${pad(minutes % 60)}${minute}`;
  if (minutes > 0) return `${minutes}${minute}${gap}${pad(seconds % 60)}${second}`;
  return `${seconds}${second}`;
}
