import { addVerb, type VerbOptions } from '../add-verb.ts';
import { finish } from '../finish.ts';
import type { RegisterCommand } from '../register-command.ts';

/** Registers `release`. */
export const releaseCommand: RegisterCommand = (program, lang) => {
  const texts = {
    about: {
      zh: '把全部标准和规则编成一个不可改的、带哈希的发布包',
      en: 'compile all to one immutable bundle, named by its hash',
    },
    out: { zh: '把发布包写到这个文件', en: 'write the bundle to this file' },
  } as const;
  addVerb(program, lang, 'release', texts.about)
    .option('--out <file>', texts.out[lang])
    .action(async ({ root, json, out }: VerbOptions & { out?: string }) => {
      const { makeRelease } = await import('../release/make-release.ts');
      finish(await makeRelease({ root, json, out, lang }));
    });
};
