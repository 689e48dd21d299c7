import { webcrypto } from 'node:crypto';
import { Integer, Utf8String } from 'asn1js';
import { AttributeTypeAndValue, Certificate } from 'pkijs';

const day = 24 * 3_600_000;

/** A certificate of this machine that it has signed itself, and its key, as PEM. */
export async function selfSigned(): Promise<{ readonly cert: string; readonly key: string }> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const made = new Certificate();
  made.version = 2;
  made.serialNumber = new Integer({ value: 1 });
  const name = () =>
    new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: 'localhost' }) });
  made.subject.typesAndValues.push(name());
  made.issuer.typesAndValues.push(name());
  made.notBefore.value = new Date(Date.now() - day);
  made.notAfter.value = new Date(Date.now() + day);
  await made.subjectPublicKeyInfo.importKey(keys.publicKey);
  await made.sign(keys.privateKey, 'SHA-256');
  const key = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    cert: pem('CERTIFICATE', made.toSchema().toBER()),
    key: pem('PRIVATE KEY', key),
  };
}

const pem = (label: string, bytes: ArrayBuffer): string => {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
};
