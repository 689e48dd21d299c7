import { readFileSync } from 'node:fs';

/** Where a Temporal server is and how to reach it. */
export interface TemporalPlace {
  readonly address: string;
  readonly namespace: string;
  readonly tls?: {
    readonly serverNameOverride?: string;
    readonly serverRootCACertificate?: Buffer;
    readonly clientCertPair?: { readonly crt: Buffer; readonly key: Buffer };
  };
  readonly apiKey?: string;
}

/**
 * The server that the environment names: `TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`, `TEMPORAL_API_KEY`,
 * `TEMPORAL_TLS` (any value), `TEMPORAL_TLS_SERVER_CA_CERT_PATH`, `TEMPORAL_TLS_CLIENT_CERT_PATH`,
 * `TEMPORAL_TLS_CLIENT_KEY_PATH`, `TEMPORAL_TLS_SERVER_NAME`: the names that Temporal's own tools use.
 */
export const temporalPlace = (
  environment: Readonly<Record<string, string | undefined>>,
): TemporalPlace | undefined => {
  const address = environment['TEMPORAL_ADDRESS'];
  if (address === undefined || address === '') return undefined;
  const apiKey = environment['TEMPORAL_API_KEY'];
  const tls = tlsOf(environment);
  return {
    address,
    namespace: environment['TEMPORAL_NAMESPACE'] ?? 'default',
    ...(tls === undefined ? {} : { tls }),
    ...(apiKey === undefined ? {} : { apiKey }),
  };
};

const tlsOf = (environment: Readonly<Record<string, string | undefined>>): TemporalPlace['tls'] => {
  const ca = environment['TEMPORAL_TLS_SERVER_CA_CERT_PATH'];
  const certificate = environment['TEMPORAL_TLS_CLIENT_CERT_PATH'];
  const key = environment['TEMPORAL_TLS_CLIENT_KEY_PATH'];
  const name = environment['TEMPORAL_TLS_SERVER_NAME'];
  if (
    [environment['TEMPORAL_TLS'], ca, certificate, key, name].every((each) => each === undefined)
  ) {
    return undefined;
  }
  return {
    ...(name === undefined ? {} : { serverNameOverride: name }),
    ...(ca === undefined ? {} : { serverRootCACertificate: readFileSync(ca) }),
    ...(certificate === undefined || key === undefined
      ? {}
      : { clientCertPair: { crt: readFileSync(certificate), key: readFileSync(key) } }),
  };
};
