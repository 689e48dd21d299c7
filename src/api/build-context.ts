import { randomBytes } from 'node:crypto';
import { heartbeatMilliseconds } from '../contract/heartbeat.ts';
import { createAuthorizer } from './access/authorizer.ts';
import { createDirectoryCache } from './access/directory-cache.ts';
import { createSignInGuard } from './accounts/sign-in-guard.ts';
import { createAnchoring } from './anchors/anchoring.ts';
import type { ApiContext } from './api-context.ts';
import type { ApiOptions } from './api-options.ts';
import { watchEngine } from './engine-watch.ts';
import { engineAnswers } from './health/engine-answers.ts';
import { usualFileLimits } from './files/file-limits.ts';
import { watchIncidents } from './health/watch-incidents.ts';
import { createAdmission, usualAdmission } from './limits/admission.ts';
import { usualRates } from './limits/limit-rates.ts';
import { createMetrics } from './metrics.ts';
import { createReleaseCache } from './release/release-cache.ts';

const beginTimeoutMilliseconds = 5_000;
const actTimeoutMilliseconds = 15_000;
const recentSignInMilliseconds = 15 * 60_000;
const refusedSignInMilliseconds = 500;

/** Makes what routes work with out of the options. */
export async function buildContext(
  options: ApiOptions,
  onError: (error: unknown) => void,
): Promise<ApiContext> {
  const { clock, digestKeys, gateway, signer, store, wallClock = Date.now } = options;
  const metrics = createMetrics();
  // One for all processes: they count the same tries.
  const secret = await store.settings.keep('sign-in-key', randomBytes(32).toString('base64'));
  return {
    store,
    gateway,
    engine: watchEngine(options.gateway, {
      beginTimeoutMilliseconds: options.beginTimeoutMilliseconds ?? beginTimeoutMilliseconds,
      actTimeoutMilliseconds: options.actTimeoutMilliseconds ?? actTimeoutMilliseconds,
      answers: () => engineAnswers({ gateway, store }),
      onDisk: () => store.onDisk(),
    }),
    engineHasRoom: options.engineHasRoom ?? (() => true),
    releases: createReleaseCache(store.releases, options.release, options.roles ?? {}),
    directory: createDirectoryCache(store.directory, wallClock),
    authorizer: createAuthorizer(),
    signer,
    digestKeys,
    guard: createSignInGuard(store.signInTries, { secret, wallClock }),
    clock,
    wallClock,
    metrics,
    watch: watchIncidents(
      { store, gateway, clock, wallClock, metrics },
      { everyMilliseconds: options.watchIncidentsMilliseconds, onError },
    ),
    anchors: options.anchors && createAnchoring(options.anchors, { store, clock, signer, metrics }),
    admission: createAdmission(options.admission ?? usualAdmission),
    rates: options.rates ?? usualRates,
    files: options.files,
    fileLimits: options.fileLimits ?? usualFileLimits,
    scanner: options.scanner,
    titles: options.titles ?? {},
    copyTogether: options.copyTogether,
    operatorToken: options.operatorToken,
    secureCookies: (options.secureCookies ?? false) || options.tls !== undefined,
    sampleAccounts: options.sampleAccounts ?? false,
    recentSignInMilliseconds: options.recentSignInMilliseconds ?? recentSignInMilliseconds,
    refusedSignInMilliseconds: options.refusedSignInMilliseconds ?? refusedSignInMilliseconds,
    heartbeatMilliseconds: options.heartbeatMilliseconds ?? heartbeatMilliseconds,
  };
}
