import type { Language } from '../../diagnostics/language.ts';
import type { Text } from '../../model/text.ts';
import { stopAsked } from './stop-asked.ts';

/** Something that runs until it is told to stop or breaks. */
export interface Stoppable {
  readonly broken: Promise<Text>;
  stop(): Promise<void>;
}

// More than the parts take that wait for something. Who is to start it again would wait for ever for what never ends.
const stopsWithinMilliseconds = 60_000;

/** Waits until it is asked to stop or a part breaks; then stops everything. */
export const untilStopped = async (
  running: Stoppable,
  lang: Language,
  asked = stopAsked(),
): Promise<void> => {
  const stopping = new Promise<undefined>((resolve) => {
    if (asked.aborted) resolve(undefined);
    asked.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  const reason = await Promise.race([stopping, running.broken]);
  if (reason === undefined) {
    process.stderr.write(`\n${{ zh: '正在停止 …', en: 'stopping …' }[lang]}\n`);
  } else {
    process.stderr.write(`jiechu: ${reason[lang]}\n`);
    process.exitCode = 1;
  }
  const timer = setTimeout(() => {
    process.stderr.write(`jiechu: ${tooLong[lang]}\n`);
    process.exit(1);
  }, stopsWithinMilliseconds);
  timer.unref();
  await running.stop();
  clearTimeout(timer);
};

const tooLong: Text = {
  zh: '停止太久，强行结束；已收下的都不会丢',
  en: 'stopping takes too long and is cut short; what was taken is kept',
};
