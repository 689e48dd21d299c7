import type { Language } from '../../diagnostics/language.ts';
import type { Text } from '../../model/text.ts';
import { loadRelease } from '../load-release.ts';
import { releaseProblems } from '../release-problems.ts';
import { runSystem, type RunningSystem } from '../system/run-system.ts';
import { servedRelease } from '../system/served-release.ts';
import { stopAsked } from '../system/stop-asked.ts';
import { untilStopped } from '../system/until-stopped.ts';
import { sampleAccounts } from '../system/sample-accounts.ts';

/** How `up` was called. */
export interface UpCall {
  readonly root?: string;
  readonly data: string;
  readonly port: number;
  readonly samples: boolean;
  readonly clockSpeed: number;
  readonly json?: true;
  readonly lang: Language;
}

/** Runs the whole system until it is told to stop; a second call finds everything as it was. */
export const up = async (call: UpCall): Promise<void> => {
  const { lang } = call;
  const asked = stopAsked();
  const begun = Date.now();
  const progress = (text: Text): void => {
    if (call.json !== true) process.stderr.write(`  ${text[lang]} …\n`);
  };
  progress({ zh: '检查标准和规则', en: 'checking standards and rules' });
  const checked = await loadRelease(call.root);
  const { root, loaded, release } = checked;
  if (release === undefined) {
    process.stderr.write(releaseProblems(checked, { lang, json: undefined }).text);
    process.exitCode = 1;
    return;
  }
  const starting = runSystem({
    root,
    data: call.data,
    port: call.port,
    samples: call.samples,
    clockSpeed: call.clockSpeed,
    served: servedRelease(release, loaded.tree),
    environment: process.env,
    asked,
    progress,
  });
  const system = await starting.catch((error: unknown) => {
    if (!asked.aborted) throw error;
  });
  if (system === undefined) {
    process.exitCode = 130;
    return;
  }
  announce(call, system, Date.now() - begun);
  await untilStopped(system, lang, asked);
};

const announce = (
  { lang, json, samples }: UpCall,
  system: RunningSystem,
  milliseconds: number,
): void => {
  const { address, samplePassword } = system;
  const seconds = (milliseconds / 1000).toFixed(1);
  if (json === true) {
    process.stdout.write(
      `${JSON.stringify({ address, ...(samples ? { password: samplePassword } : {}), seconds })}\n`,
    );
    return;
  }
  const lines = {
    zh: [
      `接处已启动（${seconds} 秒）：${address}`,
      ...(samples
        ? ['', '演示账号（密码都是一样的）：', ...accounts('zh'), `  密码：${samplePassword}`]
        : []),
      '',
      '按 Ctrl-C 停止。',
    ],
    en: [
      `jiechu is up after ${seconds} s: ${address}`,
      ...(samples
        ? [
            '',
            'Sample accounts (one password for all):',
            ...accounts('en'),
            `  password: ${samplePassword}`,
          ]
        : []),
      '',
      'Press Ctrl-C to stop.',
    ],
  };
  process.stdout.write(`\n${lines[lang].join('\n')}\n`);
};

const accounts = (lang: Language): readonly string[] =>
  sampleAccounts.map((account) => `  ${account.name.padEnd(16)} ${account[lang]}`);
