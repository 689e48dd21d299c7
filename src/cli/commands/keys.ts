import { Argument } from 'commander';
import { addVerb } from '../add-verb.ts';
import type { RegisterCommand } from '../register-command.ts';
import type { KeysOf } from '../system/keys-text.ts';

/** Registers `keys`: what a part signs with, and what the others trust it by. */
export const keysCommand: RegisterCommand = (program, lang) => {
  const about = {
    zh: '生成签名或摘要密钥，或列出 JIECHU_SIGNING_KEYS 的公钥，供别的部分信任',
    en: 'make a key for signing or for digests, or show the public halves of JIECHU_SIGNING_KEYS for the others to trust',
  };
  addVerb(program, lang, 'keys', about)
    .addArgument(
      new Argument(
        '<part>',
        { zh: '哪个部分的签名密钥，或摘要密钥', en: 'the part that signs with it, or digest' }[
          lang
        ],
      ).choices(['api', 'worker', 'digest']),
    )
    .action(async (part: KeysOf) => {
      const { keysText } = await import('../system/keys-text.ts');
      process.stdout.write(keysText(part, process.env['JIECHU_SIGNING_KEYS']));
    });
};
