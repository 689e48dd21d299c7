import { addVerb, type VerbOptions } from '../add-verb.ts';
import type { RegisterCommand } from '../register-command.ts';

/** Registers `worker`: a worker against real servers. */
export const workerCommand: RegisterCommand = (program, lang) => {
  const about = {
    zh: '连接已有的 Temporal 和 PostgreSQL，运行流程引擎',
    en: 'run a worker against a Temporal and a PostgreSQL server',
  };
  addVerb(program, lang, 'worker', about).action(async () => {
    const { serveWorker } = await import('../serve/serve-worker.ts');
    await serveWorker({ lang });
  });
};

interface ApiOptions extends VerbOptions {
  readonly host: string;
  readonly port: number;
  readonly secureCookies: boolean;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly samples: boolean;
}

/** Registers `api`: the API and the pages against real servers. */
export const apiCommand: RegisterCommand = (program, lang) => {
  const about = {
    zh: '连接已有的 Temporal 和 PostgreSQL，提供网页和接口',
    en: 'serve the API and the pages against a Temporal and a PostgreSQL server',
  };
  addVerb(program, lang, 'api', about)
    .option(
      '--host <address>',
      { zh: '监听地址', en: 'the address to listen on' }[lang],
      '127.0.0.1',
    )
    .option('--port <number>', { zh: '端口', en: 'the port' }[lang], Number, 7800)
    .option('--tls-cert <file>', { zh: 'TLS 证书（PEM）', en: 'the TLS certificate, as PEM' }[lang])
    .option('--tls-key <file>', { zh: 'TLS 私钥（PEM）', en: 'its key, as PEM' }[lang])
    .option(
      '--secure-cookies',
      { zh: '前面有 TLS：登录凭据只走加密', en: 'TLS ends before it: sessions go over TLS only' }[
        lang
      ],
      false,
    )
    .option(
      '--samples',
      { zh: '装入演示用的单位和人员', en: 'put in the sample units and people' }[lang],
      false,
    )
    .action(async (options: ApiOptions) => {
      const { serveApi } = await import('../serve/serve-api.ts');
      await serveApi({ ...options, lang });
    });
};
