import type { StatementSigner } from '../model/statement-signer.ts';
import type { CopyTogether, VocabularyTitles } from './api-options.ts';
import type { Anchoring } from './anchors/anchoring.ts';
import type { Authorizer } from './access/authorizer.ts';
import type { DirectoryCache } from './access/directory-cache.ts';
import type { SignInGuard } from './accounts/sign-in-guard.ts';
import type { DomainClock } from './domain-clock.ts';
import type { EngineWatch } from './engine-watch.ts';
import type { FileLimits } from './files/file-limits.ts';
import type { Scanner } from './files/scanner.ts';
import type { IncidentWatch } from './health/watch-incidents.ts';
import type { Admission } from './limits/admission.ts';
import type { RateLimits } from './limits/limit-rates.ts';
import type { Metrics } from './metrics.ts';
import type { ReleaseCache } from './release/release-cache.ts';
import type { FileFolder } from '../store/files/file-folder.ts';
import type { Store } from '../store/store.ts';
import type { DigestKeys } from '../worker/keys/digest-keys.ts';
import type { ProcedureGateway } from '../worker/client/procedure-gateway.ts';

/** The parts that routes work with. */
export interface ApiContext {
  readonly store: Store;
  readonly engine: EngineWatch;
  readonly gateway: ProcedureGateway;
  readonly engineHasRoom: () => boolean;
  readonly releases: ReleaseCache;
  readonly directory: DirectoryCache;
  readonly authorizer: Authorizer;
  readonly signer: StatementSigner;
  readonly digestKeys: DigestKeys;
  readonly guard: SignInGuard;
  readonly clock: DomainClock;
  readonly wallClock: () => number;
  readonly metrics: Metrics;
  readonly admission: Admission;
  readonly rates: RateLimits;
  readonly watch: IncidentWatch;
  readonly anchors: Anchoring | undefined;
  readonly files: FileFolder | undefined;
  readonly fileLimits: FileLimits;
  readonly scanner: Scanner | undefined;
  readonly titles: VocabularyTitles;
  readonly copyTogether: CopyTogether | undefined;
  /** The token of the engineers who run the system; without one nobody is one. */
  readonly operatorToken: string | undefined;
  readonly secureCookies: boolean;
  /** True where the accounts of a demonstration may be used. */
  readonly sampleAccounts: boolean;
  /** So long after a password was asked for, a second person's agreement is taken without asking again. */
  readonly recentSignInMilliseconds: number;
  /** After so long a sign-in is refused, whatever the reason. */
  readonly refusedSignInMilliseconds: number;
  readonly heartbeatMilliseconds: number;
}
