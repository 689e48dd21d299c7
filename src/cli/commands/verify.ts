import { addVerb, type VerbOptions } from '../add-verb.ts';
import { finish } from '../finish.ts';
import type { RegisterCommand } from '../register-command.ts';
import { WrongUse } from '../wrong-use.ts';

interface VerifyOptions {
  readonly key: readonly string[];
  readonly files?: string;
  readonly anchors: readonly string[];
  readonly apiLog: readonly string[];
  readonly timestampCa?: string;
}

/** Registers `verify`. */
export const verifyCommand: RegisterCommand = (program, lang) => {
  const texts = {
    about: {
      zh: '离线核对导出的案卷或接口日志：链、哈希、签名、承诺、锚定',
      en: 'check an exported dossier or log offline: chain, hashes, signatures, commitments, anchors',
    },
    dossier: { zh: '导出的案卷（JSON）', en: 'the exported dossier (JSON)' },
    key: {
      zh: '可信的公钥或放公钥的文件（role/id:base64、base64 或 PEM），可给多次；不给就不算完好',
      en: 'a public key that is trusted, or a file of them (role/id:base64, base64 or PEM), again for each; without one nothing is called intact',
    },
    files: {
      zh: '证据文件所在的文件夹：逐个与记录中的哈希核对',
      en: 'the folder of the evidence: each file is held against the hashes in the log',
    },
    anchors: {
      zh: '锚定文件，可给多次：尾部被截去或整个改写也能发现',
      en: 'a file of anchors, again for each: finds a log that was cut or wholly rewritten',
    },
    apiLog: {
      zh: '导出的接口日志（GET /api/log），一页一个文件，按顺序给',
      en: 'the exported log of the API (GET /api/log), a file for each page, in their order',
    },
    timestampCa: {
      zh: '时间戳签发机构的证书（PEM）',
      en: 'the certificate of the time-stamp authority (PEM)',
    },
  } as const;
  addVerb(program, lang, 'verify', texts.about)
    .argument('[dossier]', texts.dossier[lang])
    .option('--key <key>', texts.key[lang], added, [])
    .option('--files <folder>', texts.files[lang])
    .option('--anchors <file>', texts.anchors[lang], added, [])
    .option('--api-log <file>', texts.apiLog[lang], added, [])
    .option('--timestamp-ca <file>', texts.timestampCa[lang])
    .action(async (file: string | undefined, options: VerbOptions & VerifyOptions) => {
      const { json, key, files, anchors, apiLog, timestampCa } = options;
      const shared = { key, anchors, timestampCa, json, lang };
      if (apiLog.length > 0) {
        if (file !== undefined) throw oneOrTheOther();
        const { verifyApiLog } = await import('../verify/verify-api-log.ts');
        return finish(await verifyApiLog({ ...shared, apiLog }));
      }
      if (file === undefined) throw oneOrTheOther();
      const { verifyFile } = await import('../verify/verify-file.ts');
      finish(await verifyFile({ ...shared, file, files }));
    });
};

const added = (value: string, before: readonly string[]): readonly string[] => [...before, value];

const oneOrTheOther = (): WrongUse =>
  new WrongUse({
    zh: '给出一份案卷，或用 --api-log 给出接口日志',
    en: 'name a dossier, or the log of the API with --api-log',
  });
