import { accessSync, constants } from 'node:fs';
import { temporalPlace, type TemporalPlace } from '../../worker/server/temporal-place.ts';
import { WrongUse } from '../wrong-use.ts';
import { checkPlainConnection } from './check-plain-connection.ts';
import { findTemporalCli } from './find-temporal-cli.ts';

/** A Temporal server that runs elsewhere, or the program by which one of our own is started. */
export type Engine = { readonly place: TemporalPlace } | { readonly executable: string };

/** The Temporal that the environment names, or the one found on this machine. */
export const chooseEngine = (environment: Readonly<Record<string, string | undefined>>): Engine => {
  const place = temporalPlace(environment);
  if (place !== undefined) {
    checkPlainConnection(place, environment);
    return { place };
  }
  const executable = findTemporalCli(environment);
  if (executable === undefined) {
    throw new WrongUse({
      zh: '找不到 Temporal：先运行一次 npm start，或用 TEMPORAL_CLI 指明，或用 TEMPORAL_ADDRESS 指向服务器',
      en: 'no Temporal CLI: run `npm start` once, or name it with TEMPORAL_CLI, or point TEMPORAL_ADDRESS to a server',
    });
  }
  try {
    accessSync(executable, constants.X_OK);
  } catch {
    throw new WrongUse({
      zh: `TEMPORAL_CLI 指明的 ${executable} 不存在或不能运行`,
      en: `${executable}, which TEMPORAL_CLI names, does not exist or cannot be run`,
    });
  }
  return { executable };
};
