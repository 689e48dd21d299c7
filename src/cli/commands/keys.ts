import { Argument } from 'commander';
import type { SignerRole } from '../../model/trust/said.ts';
import { addVerb } from '../add-verb.ts';
import type { RegisterCommand } from '../register-command.ts';

/** Registers `keys`: what a part signs with, and what the others trust it by. */
export const keysCommand: RegisterCommand = (program, lang) => {
  const about = {
    zh: '生成签名密钥，或列出 JIECHU_SIGNING_KEYS 的公钥，供别的部分信任',
    en: 'make a signing key, or show the public halves of JIECHU_SIGNING_KEYS for the others to trust',
  };
  addVerb(program, lang, 'keys', about)
    .addArgument(
      new Argument(
        '<part>',
        { zh: '哪个部分的密钥', en: 'the part that signs with it' }[lang],
      ).choices(['api', 'worker']),
    )
    .action(async (part: SignerRole) => {
      const { keysText } = await import('../system/keys-text.ts');
      process.stdout.write(keysText(part, process.env['JIECHU_SIGNING_KEYS']));
    });
};
