import type { BackupCopied } from '../contract/backup-contract.ts';
import type { Release } from '../model/release.ts';
import type { RoleSpec } from '../model/role-spec.ts';
import type { StatementSigner } from '../model/statement-signer.ts';
import type { Text } from '../model/text.ts';
import type { FileFolder } from '../store/files/file-folder.ts';
import type { Store } from '../store/store.ts';
import type { ProcedureGateway } from '../worker/client/procedure-gateway.ts';
import type { DigestKeys } from '../worker/keys/digest-keys.ts';
import type { AnchorOptions } from './anchors/anchor-options.ts';
import type { TrustedProxies } from './client-address.ts';
import type { DomainClock } from './domain-clock.ts';
import type { FileLimits } from './files/file-limits.ts';
import type { Scanner } from './files/scanner.ts';
import type { AdmissionLimits } from './limits/admission.ts';
import type { RateLimits } from './limits/limit-rates.ts';

/** Copies the database and the histories as of one moment, or says why not. */
export type CopyTogether = (folder: string) => Promise<BackupCopied | { readonly refused: Text }>;

/** Titles of what the vocabulary lists and a release names by id only. */
export interface VocabularyTitles {
  readonly channels?: Readonly<Record<string, Text>>;
  readonly zones?: Readonly<Record<string, Text>>;
  readonly ways?: Readonly<Record<string, Text>>;
}

/** The parts and settings that the API is built from. */
export interface ApiOptions {
  readonly store: Store;
  readonly gateway: ProcedureGateway;
  /** Signs receipts, dossiers and anchors. */
  readonly signer: StatementSigner;
  /** Make the digests by which what is sent again is known again. */
  readonly digestKeys: DigestKeys;
  /** The release that new incidents start with; the store keeps it too. */
  readonly release: Release;
  readonly clock: DomainClock;
  readonly titles?: VocabularyTitles;
  /** The vocabulary's roles, also those that no step names: how far a person reads depends on them. */
  readonly roles?: Readonly<Record<string, RoleSpec>>;
  /** Where evidence is kept as files; without it none are taken. */
  readonly files?: FileFolder;
  /** Where heads of logs are anchored; without it none are. */
  readonly anchors?: AnchorOptions;
  readonly fileLimits?: FileLimits;
  /** Looks for malware in what is sent; without it nothing does. */
  readonly scanner?: Scanner;
  /** The built pages; without them only the API is served. */
  readonly webFolder?: string;
  /** Tells whether the engine's disk has room, where that is known here; for `/readyz`. */
  readonly engineHasRoom?: () => boolean;
  /** Copies the database and the histories into an empty folder; absent where they are servers of their own. */
  readonly copyTogether?: CopyTogether;
  /** The token of the engineers who run the system; without one nobody is one. */
  readonly operatorToken?: string;
  /** Real time, for sessions and throttling: a demonstration's clock must not sign people out. */
  readonly wallClock?: () => number;
  /** True where TLS ends before this process, so that the cookie goes over TLS only. */
  readonly secureCookies?: boolean;
  /** Where TLS ends in this process: its certificate and key, as PEM. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** True where the accounts of a demonstration may be used: on loopback only. */
  readonly sampleAccounts?: boolean;
  readonly recentSignInMilliseconds?: number;
  readonly refusedSignInMilliseconds?: number;
  /** The proxies whose word about the client's address counts. Without any, the client is the one who connects. */
  readonly proxies?: TrustedProxies;
  /** The limits of requests worked on at once, and of requests answered in a minute. */
  readonly admission?: AdmissionLimits;
  readonly rates?: RateLimits;
  /** The longest time that a body that is no file may take to come. */
  readonly bodyMilliseconds?: number;
  readonly beginTimeoutMilliseconds?: number;
  readonly actTimeoutMilliseconds?: number;
  readonly retryInboxMilliseconds?: number;
  readonly publishCalendarMilliseconds?: number;
  readonly watchIncidentsMilliseconds?: number;
  readonly resumeErasuresMilliseconds?: number;
  readonly heartbeatMilliseconds?: number;
  /** Fastify's log of all requests; what fails inside is told in any case. */
  readonly log?: boolean;
}
