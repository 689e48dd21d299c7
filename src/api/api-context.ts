import type { StatementSigner } from '../model/statement-signer.ts';
import type { VocabularyTitles } from './api-options.ts';
import type { Anchoring } from './anchors/anchoring.ts';
import type { Authorizer } from './access/authorizer.ts';
import type { DirectoryCache } from './access/directory-cache.ts';
import type { SignInThrottle } from './accounts/sign-in-throttle.ts';
import type { DomainClock } from './domain-clock.ts';
import type { EngineWatch } from './engine-watch.ts';
import type { FileLimits } from './files/file-limits.ts';
import type { IncidentWatch } from './health/watch-incidents.ts';
import type { Metrics } from './metrics.ts';
import type { ReleaseCache } from './release/release-cache.ts';
import type { FileFolder } from '../store/files/file-folder.ts';
import type { Store } from '../store/store.ts';
import type { ProcedureGateway } from '../worker/client/procedure-gateway.ts';

/** What routes work with. */
export interface ApiContext {
  readonly store: Store;
  readonly engine: EngineWatch;
  readonly gateway: ProcedureGateway;
  readonly releases: ReleaseCache;
  readonly directory: DirectoryCache;
  readonly authorizer: Authorizer;
  readonly signer: StatementSigner;
  readonly throttle: SignInThrottle;
  readonly clock: DomainClock;
  readonly wallClock: () => number;
  readonly metrics: Metrics;
  readonly watch: IncidentWatch;
  readonly anchors: Anchoring | undefined;
  readonly files: FileFolder | undefined;
  readonly fileLimits: FileLimits;
  readonly titles: VocabularyTitles;
  /** The token of the engineers who run the system; without one nobody is one. */
  readonly operatorToken: string | undefined;
  readonly secureCookies: boolean;
  readonly heartbeatMilliseconds: number;
}
