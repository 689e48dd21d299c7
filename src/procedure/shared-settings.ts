import type { Release } from '../model/release.ts';
import type { Settings } from '../model/settings.ts';

/** The settings that all procedures of a release share; absent only in a release without any procedure. */
export const sharedSettings = ({ procedures }: Release): Settings | undefined =>
  Object.values(procedures)[0]?.settings;
