import { createHash, webcrypto } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Integer, ObjectIdentifier, OctetString, Utf8String, fromBER } from 'asn1js';
import {
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  ExtKeyUsage,
  Extension,
  IssuerAndSerialNumber,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TSTInfo,
  TimeStampReq,
  TimeStampResp,
} from 'pkijs';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;
type KeyPair = webcrypto.CryptoKeyPair;
const newKeys = (): Promise<KeyPair> =>
  webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);

/** A time-stamp authority on this machine: real answers of RFC 3161, signed under a certificate of its own. */
export interface TimeStampServer {
  readonly url: string;
  /** PEM of what its certificate leads to. */
  readonly ca: string;
  /** The manner of its answers from now on: as it should, a refusal, as if asked something else, or a status of 500. */
  answer: 'granted' | 'refused' | 'another' | 'broken';
  readonly asked: () => number;
  stop(): Promise<void>;
}

/** Starts an authority, with another certificate each time. */
export async function startTimeStampServer({
  isForTimeStamps = true,
}: { readonly isForTimeStamps?: boolean } = {}): Promise<TimeStampServer> {
  const [caKeys, keys] = [await newKeys(), await newKeys()];
  const authority = { name: 'Test CA', keys: caKeys };
  const ca = await certificate({ name: 'Test CA', keys: caKeys, serial: 1, by: authority });
  const usage = isForTimeStamps ? '1.3.6.1.5.5.7.3.8' : '1.3.6.1.5.5.7.3.1';
  const own = await certificate({ name: 'Test TSA', keys, serial: 2, by: authority, usage });
  let asked = 0;
  const server = createServer((request, response) => {
    void bodyOf(request).then(async (body) => {
      asked += 1;
      if (made.answer === 'broken') return response.writeHead(500).end();
      const bytes = await answerTo(body, { how: made.answer, own, keys, serial: asked });
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' });
      return response.end(Buffer.from(bytes));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const made: TimeStampServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`,
    ca: pemOf(ca),
    answer: 'granted',
    asked: () => asked,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return made;
}

const bodyOf = async (request: IncomingMessage): Promise<ArrayBuffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks)).buffer;
};

const pemOf = (made: Certificate): string =>
  [
    '-----BEGIN CERTIFICATE-----',
    Buffer.from(made.toSchema(true).toBER()).toString('base64'),
    '-----END CERTIFICATE-----',
    '',
  ].join('\n');

async function certificate({
  name,
  keys,
  serial,
  by,
  usage,
}: {
  readonly name: string;
  readonly keys: KeyPair;
  readonly serial: number;
  readonly by: { readonly name: string; readonly keys: KeyPair };
  readonly usage?: string;
}): Promise<Certificate> {
  const named = (value: string) =>
    new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value }) });
  const made = new Certificate({ version: 2, serialNumber: new Integer({ value: serial }) });
  made.issuer.typesAndValues.push(named(by.name));
  made.subject.typesAndValues.push(named(name));
  made.notBefore.value = new Date(Date.now() - 86_400_000);
  made.notAfter.value = new Date(Date.now() + 86_400_000);
  const extension = (
    extnID: string,
    critical: boolean,
    value: { toSchema(): { toBER(): ArrayBuffer } },
  ) => new Extension({ extnID, critical, extnValue: value.toSchema().toBER() });
  made.extensions = [
    extension('2.5.29.19', true, new BasicConstraints({ cA: usage === undefined })),
    ...(usage === undefined
      ? []
      : [extension('2.5.29.37', true, new ExtKeyUsage({ keyPurposes: [usage] }))]),
  ];
  await made.subjectPublicKeyInfo.importKey(keys.publicKey as never);
  await made.sign(by.keys.privateKey as never, 'SHA-256');
  return made;
}

async function answerTo(
  body: ArrayBuffer,
  {
    how,
    own,
    keys,
    serial,
  }: {
    readonly how: TimeStampServer['answer'];
    readonly own: Certificate;
    readonly keys: KeyPair;
    readonly serial: number;
  },
): Promise<ArrayBuffer> {
  const request = new TimeStampReq({ schema: fromBER(body).result });
  if (how === 'refused') {
    const status = new PKIStatusInfo({
      status: 2,
      statusStrings: [new Utf8String({ value: 'not today' })],
    });
    return new TimeStampResp({ status }).toSchema().toBER();
  }
  if (how === 'another')
    request.messageImprint.hashedMessage = new OctetString({ valueHex: new ArrayBuffer(32) });
  const info = new TSTInfo({
    version: 1,
    policy: '1.3.6.1.4.1.99999.1',
    messageImprint: request.messageImprint,
    serialNumber: new Integer({ value: serial }),
    genTime: new Date(),
    ...(request.nonce && { nonce: request.nonce }),
  });
  const content = info.toSchema().toBER();
  const digest = createHash('sha256').update(Buffer.from(content)).digest();
  const signed = new SignedData({
    version: 3,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: '1.2.840.113549.1.9.16.1.4',
      eContent: new OctetString({ valueHex: content }),
    }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            new Attribute({
              type: '1.2.840.113549.1.9.3',
              values: [new ObjectIdentifier({ value: '1.2.840.113549.1.9.16.1.4' })],
            }),
            new Attribute({
              type: '1.2.840.113549.1.9.4',
              values: [new OctetString({ valueHex: new Uint8Array(digest).buffer })],
            }),
          ],
        }),
      }),
    ],
    ...(request.certReq === true && { certificates: [own] }),
  });
  await signed.sign(keys.privateKey as never, 0, 'SHA-256');
  const token = new ContentInfo({
    contentType: ContentInfo.SIGNED_DATA,
    content: signed.toSchema(true),
  });
  const status = new PKIStatusInfo({ status: 0 });
  return new TimeStampResp({ status, timeStampToken: token }).toSchema().toBER();
}
