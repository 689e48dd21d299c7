import type { TimeFault } from './read-time.ts';
import type { Text } from './text.ts';

/** Why a text is no time and how to write it, as a clause behind the text or its place. */
export function timeFaultText({ why, such }: TimeFault): Text {
  return {
    zh: `${why.zh}，要写成 \`${such}\` 这样`,
    en: `${why.en}: write it such as \`${such}\``,
  };
}
