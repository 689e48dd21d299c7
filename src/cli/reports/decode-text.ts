import type { Text } from '../../model/text.ts';

/** The text of a file, or the line from which on it is none, and why. */
export type Decoded = { readonly text: string } | { readonly line: number; readonly reason: Text };

/**
 * The text of a file: UTF-8, else GB18030, in which Chinese spreadsheets are often saved. It is decided for the whole
 * file. Nearly all bytes are something in GB18030: a UTF-8 file of which one byte was cut would be read as other words
 * without a complaint, so a file that is UTF-8 but for some places is refused there.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const wide = isUtf16(bytes);
  if (wide) return { line: 1, reason: utf16 };
  const text = decoded('utf-8', bytes);
  if (text !== undefined) return { text };
  const chinese = decoded('gb18030', bytes);
  if (chinese !== undefined && isChinese(bytes)) return { text: chinese };
  const encoding = looksLikeUtf8(bytes) ? 'utf-8' : 'gb18030';
  return { line: firstBadLine(bytes, encoding) ?? 1, reason: damaged };
}

const utf16: Text = {
  zh: '是 UTF-16 编码，请另存为 UTF-8',
  en: 'is UTF-16: save the file as UTF-8',
};
const damaged: Text = {
  zh: '这一行有的字节既不是 UTF-8 也不是 GB18030 文字，整个文件没有读；请另存为 UTF-8',
  en: 'holds bytes that are neither UTF-8 nor GB18030, and nothing of the file was read: save it as UTF-8',
};

function decoded(encoding: 'utf-8' | 'gb18030', bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

// Without a mark at its begin, every other byte of what is mostly ASCII is 0; no text has that byte.
const isUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) ||
  (bytes[0] === 0xfe && bytes[1] === 0xff) ||
  bytes.subarray(0, 4).includes(0);

/** Characters beyond ASCII that are whole in UTF-8 and of three bytes or more, as Chinese is; and places that are none. */
function utf8Signs(bytes: Uint8Array): { readonly whole: number; readonly broken: number } {
  const text = new TextDecoder().decode(bytes);
  return {
    whole: [...text.matchAll(/[\u{800}-\u{FFFC}\u{10000}-\u{10FFFF}]/gu)].length,
    broken: [...text.matchAll(/\u{FFFD}/gu)].length,
  };
}

const looksLikeUtf8 = (bytes: Uint8Array): boolean => {
  const { whole, broken } = utf8Signs(bytes);
  return whole * 10 > broken;
};

/** True where bytes readable as GB18030 are meant so: not UTF-8 in the main, and mostly the usual characters. */
function isChinese(bytes: Uint8Array): boolean {
  if (looksLikeUtf8(bytes)) return false;
  let [usual, all] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]];
    if (lead < 0x80) continue;
    all += 1;
    // GB 2312, which holds the characters in daily use.
    if (lead >= 0xa1 && trail >= 0xa1) usual += 1;
    at += 1;
  }
  return usual * 2 > all;
}

// No byte of a longer character is a line feed, in neither encoding: each line can be read by itself.
function firstBadLine(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): number | undefined {
  let line = 1;
  for (let from = 0; from <= bytes.length; line += 1) {
    const found = bytes.indexOf(10, from);
    const end = found < 0 ? bytes.length : found;
    if (decoded(encoding, bytes.subarray(from, end)) === undefined) return line;
    from = end + 1;
  }
  return undefined;
}
