import type { Language } from '../../diagnostics/language.ts';
import type { Text } from '../../model/text.ts';

/** Something that runs until it is told to stop or breaks. */
export interface Stoppable {
  readonly broken: Promise<Text>;
  stop(): Promise<void>;
}

/** Waits for Ctrl-C, a kind kill, or a part that breaks; then stops everything. A second Ctrl-C does not wait. */
export const untilStopped = async (running: Stoppable, lang: Language): Promise<void> => {
  const asked = new Promise<Text | undefined>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => resolve(undefined));
  });
  const reason = await Promise.race([asked, running.broken]);
  process.on('SIGINT', () => process.exit(130));
  if (reason === undefined) {
    process.stderr.write(`\n${{ zh: '正在停止 …', en: 'stopping …' }[lang]}\n`);
  } else {
    process.stderr.write(`jiechu: ${reason[lang]}\n`);
    process.exitCode = 1;
  }
  await running.stop();
};
