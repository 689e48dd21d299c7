import { createHash, randomBytes } from 'node:crypto';
import { Integer, Null, OctetString, fromBER } from 'asn1js';
import {
  AlgorithmIdentifier,
  Certificate,
  ContentInfo,
  MessageImprint,
  SignedData,
  TSTInfo,
  TimeStampReq,
  TimeStampResp,
  type ExtKeyUsage,
} from 'pkijs';

const sha256Id = '2.16.840.1.101.3.4.2.1';
const keyUsageId = '2.5.29.37';
const timeStampingId = '1.3.6.1.5.5.7.3.8';
const granted: readonly number[] = [0, 1];

/** The content of a token: the time at which its authority saw the statement. */
export interface ReadStamp {
  readonly time: Date;
  /** True where the authority's certificate leads to one that is trusted. */
  readonly isTrusted: boolean;
}

/** A request of RFC 3161 for a time stamp over a statement, with the number that the answer has to repeat. */
export function timeStampRequest(statement: string): {
  readonly request: Uint8Array;
  readonly nonce: Uint8Array;
} {
  // A leading zero bit keeps the number positive, a set one behind it its length.
  const nonce = randomBytes(16);
  nonce[0] = (nonce[0]! & 0x3f) | 0x40;
  const hash = createHash('sha256').update(statement, 'utf8').digest();
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({
        algorithmId: sha256Id,
        algorithmParams: new Null(),
      }),
      hashedMessage: new OctetString({ valueHex: bufferOf(hash) }),
    }),
    nonce: new Integer({ valueHex: bufferOf(nonce) }),
    certReq: true,
  });
  return { request: new Uint8Array(request.toSchema().toBER()), nonce };
}

/** The token in an authority's answer; throws where it refused, or answered another request. */
export function tokenIn(answer: Uint8Array, nonce: Uint8Array): Uint8Array {
  const response = new TimeStampResp({ schema: parsed(answer) });
  const { status, statusStrings } = response.status;
  if (!granted.includes(status) || response.timeStampToken === undefined) {
    const why = (statusStrings ?? []).map((text) => String(text.valueBlock.value)).join(' ');
    throw new Error(`the authority refused, status ${status}${why && `: ${why}`}`);
  }
  const token = new Uint8Array(response.timeStampToken.toSchema().toBER());
  const repeated = infoOf(signedDataOf(token)).nonce;
  const bytes = repeated && Buffer.from(repeated.valueBlock.valueHexView);
  if (bytes?.equals(nonce) !== true) throw new Error('the authority answered another request');
  return token;
}

/** Reads a token over a statement; throws where it is over another one, or its signature does not fit. */
export async function readTimeStamp(
  token: Uint8Array,
  statement: string,
  trusted: readonly Certificate[],
): Promise<ReadStamp> {
  const signed = signedDataOf(token);
  const info = infoOf(signed);
  const time = info.genTime;
  const data = bufferOf(Buffer.from(statement, 'utf8'));
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  const hash = createHash('sha256').update(statement, 'utf8').digest();
  if (
    hashAlgorithm.algorithmId !== sha256Id ||
    !hash.equals(Buffer.from(hashedMessage.valueBlock.valueHexView))
  ) {
    throw new Error('it is over something else');
  }
  const checked = await signed
    .verify({ signer: 0, data, extendedMode: true })
    .catch(() => undefined);
  if (checked?.signatureVerified !== true) throw new Error('its signature does not fit');
  const signer = checked.signerCertificate;
  if (!signer || !isForTimeStamps(signer)) {
    throw new Error('its certificate is not one for time stamps');
  }
  return {
    time,
    isTrusted: trusted.length > 0 && (await leadsTo(signed, { data, time, trusted })),
  };
}

/** The certificates of a PEM file; throws where there is none. */
export function certificatesIn(pem: string): readonly Certificate[] {
  const found = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu) ?? [];
  if (found.length === 0) throw new Error('there is no certificate in it');
  return found.map((one) => {
    const base64 = one.replace(/-----[^-]+-----/gu, '');
    return new Certificate({ schema: parsed(Buffer.from(base64, 'base64')) });
  });
}

async function leadsTo(
  signed: SignedData,
  {
    data,
    time,
    trusted,
  }: { readonly data: ArrayBuffer; readonly time: Date; readonly trusted: readonly Certificate[] },
): Promise<boolean> {
  try {
    return await signed.verify({
      signer: 0,
      data,
      checkChain: true,
      checkDate: time,
      trustedCerts: [...trusted],
    });
  } catch {
    return false;
  }
}

const isForTimeStamps = ({ extensions = [] }: Certificate): boolean =>
  extensions.some(
    ({ extnID, parsedValue }) =>
      extnID === keyUsageId &&
      (parsedValue as ExtKeyUsage | undefined)?.keyPurposes.includes(timeStampingId) === true,
  );

function signedDataOf(token: Uint8Array): SignedData {
  const { contentType, content } = new ContentInfo({ schema: parsed(token) });
  if (contentType !== ContentInfo.SIGNED_DATA) throw new Error('it is no signed token');
  return new SignedData({ schema: content });
}

function infoOf({ encapContentInfo }: SignedData): TSTInfo {
  const bytes = encapContentInfo.eContent?.getValue();
  if (bytes === undefined) throw new Error('it says nothing');
  return new TSTInfo({ schema: parsed(new Uint8Array(bytes)) });
}

function parsed(bytes: Uint8Array) {
  const { result, offset } = fromBER(bufferOf(bytes));
  if (offset === -1) throw new Error('it is no DER');
  return result;
}

const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
