import { addVerb, type VerbOptions } from '../add-verb.ts';
import { finish } from '../finish.ts';
import type { RegisterCommand } from '../register-command.ts';

interface VerifyOptions {
  readonly key?: string;
  readonly files?: string;
}

/** Registers `verify`. */
export const verifyCommand: RegisterCommand = (program, lang) => {
  const texts = {
    about: {
      zh: '离线核对一份导出的案卷：链、哈希、签名、承诺',
      en: 'check an exported dossier offline: chain, hashes, signatures, commitments',
    },
    dossier: { zh: '导出的案卷（JSON）', en: 'the exported dossier (JSON)' },
    key: {
      zh: '另外保存的公钥（PEM）：不信案卷里带的那把',
      en: 'the public key (PEM) kept elsewhere, instead of trusting the one in the dossier',
    },
    files: {
      zh: '证据文件所在的文件夹：逐个与记录中的哈希核对',
      en: 'the folder of the evidence: each file is held against the hashes in the log',
    },
  } as const;
  addVerb(program, lang, 'verify', texts.about)
    .argument('<dossier>', texts.dossier[lang])
    .option('--key <file>', texts.key[lang])
    .option('--files <folder>', texts.files[lang])
    .action(async (file: string, { json, key, files }: VerbOptions & VerifyOptions) => {
      const { verifyFile } = await import('../verify/verify-file.ts');
      finish(await verifyFile({ file, key, files, json, lang }));
    });
};
