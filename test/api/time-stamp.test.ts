import { createHash } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { timeStampAuthority } from '../../src/api/anchors/time-stamp-authority.ts';
import { certificatesIn, readTimeStamp } from '../../src/api/anchors/time-stamp.ts';
import { anchorStatement } from '../../src/contract/anchor-statement.ts';
import { startTimeStampServer, type TimeStampServer } from './time-stamp-server.ts';

const hash = 'ab'.repeat(32);
const statement = anchorStatement({ hash });
const running: TimeStampServer[] = [];
const server = async (options?: Parameters<typeof startTimeStampServer>[0]) => {
  const made = await startTimeStampServer(options);
  running.push(made);
  return made;
};
afterEach(() => Promise.all(running.splice(0).map((each) => each.stop())));

test('an authority stamps a hash, and the stamp is read without it', async () => {
  const { url, ca } = await server();
  const token = Buffer.from(await timeStampAuthority(url, ca).stamp(hash), 'base64');
  const stamp = await readTimeStamp(token, statement, certificatesIn(ca));
  expect(stamp.isTrusted).toBe(true);
  expect(Math.abs(stamp.time.getTime() - Date.now())).toBeLessThan(60_000);
  expect((await readTimeStamp(token, statement, [])).isTrusted).toBe(false);
});

test('a stamp over something else, changed, or of another authority is found', async () => {
  const { url, ca } = await server();
  const other = await server();
  const token = Buffer.from(await timeStampAuthority(url, ca).stamp(hash), 'base64');
  await expect(readTimeStamp(token, 'another', [])).rejects.toThrow(/over something else/u);
  const cas = certificatesIn(other.ca);
  expect((await readTimeStamp(token, statement, cas)).isTrusted).toBe(false);
  const imprint = createHash('sha256').update(statement).digest();
  const time = token.indexOf(`${new Date().getUTCFullYear()}`);
  for (const place of [token.length - 3, token.indexOf(imprint), time, 0]) {
    const changed = Buffer.from(token);
    changed[place]! ^= 1;
    await expect(
      readTimeStamp(changed, statement, certificatesIn(ca)).then(({ isTrusted }) =>
        isTrusted ? 'held' : Promise.reject(new Error('not trusted')),
      ),
    ).rejects.toThrow();
  }
  await expect(readTimeStamp(Buffer.from('x'), statement, [])).rejects.toThrow();
  await expect(timeStampAuthority(url, other.ca).stamp(hash)).rejects.toThrow(/not the authority/u);
});

test.each([
  ['refused', /refused, status 2: not today/u],
  ['another', /over something else/u],
  ['broken', /answered 500/u],
] as const)('an answer that is %s is no stamp', async (answer, why) => {
  const authority = await server();
  authority.answer = answer;
  const asking = timeStampAuthority(authority.url, authority.ca).stamp(hash);
  await expect(asking).rejects.toThrow(why);
});

test('a certificate for something else makes no time stamps', async () => {
  const { url } = await server({ isForTimeStamps: false });
  const asking = timeStampAuthority(url, undefined).stamp(hash);
  await expect(asking).rejects.toThrow(/not one for time stamps/u);
});
