import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The Temporal CLI that `TEMPORAL_CLI` names or that is on the PATH; `npm start` builds one where there is none. */
export const findTemporalCli = (
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined => {
  const named = environment['TEMPORAL_CLI'];
  if (named !== undefined && named !== '') return named;
  return (environment['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'temporal'))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
};
