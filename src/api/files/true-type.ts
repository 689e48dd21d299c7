import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import mime from 'mime';
import type { ApiProblem } from '../problems/api-problem.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import { unknownType } from './media-type.ts';

/** The types that a file claims to have: by the header it came with, and by the ending of its name. */
interface Claims {
  readonly declared: string;
  readonly name: string | undefined;
}

/**
 * The type of a file by its bytes. A claim to be something else is a problem; within pictures, and within film and
 * sound, the bytes are right: messengers give pictures of one kind the ending of another.
 */
export async function trueType(
  path: string,
  { declared, name }: Claims,
): Promise<{ readonly type: string } | { readonly problem: ApiProblem }> {
  const seen = (await fileTypeFromFile(path))?.mime.split(';', 1)[0];
  const isText = seen === undefined || isWritten(seen) ? await looksLikeText(path) : false;
  const named = (name && mime.getType(name)) || unknownType;
  const wrong = [declared, named].find((claim) => !fits(claim, { seen, isText }));
  if (wrong !== undefined) return { problem: wrongType(wrong, seen) };
  return { type: typeOf(declared === unknownType ? named : declared, { seen, isText }) };
}

interface Seen {
  /** The type that the bytes show; nothing where they show none, as those of texts. */
  readonly seen: string | undefined;
  readonly isText: boolean;
}

function fits(claim: string, { seen, isText }: Seen): boolean {
  if (claim === unknownType) return true;
  if (isWritten(claim)) return isText;
  const [family, real] = [familyOf(claim), seen === undefined ? undefined : familyOf(seen)];
  // Kinds that go by many names are taken at their word, and never shown in place.
  return real === family || ![family, real].some((each) => each !== undefined && marked.has(each));
}

function typeOf(claim: string, { seen, isText }: Seen): string {
  if (isWritten(claim)) return claim;
  if (seen === undefined) return isText && claim === unknownType ? 'text/plain' : unknownType;
  // The envelope of several kinds: the claim says which.
  return envelopes.has(seen) && familyOf(claim) === familyOf(seen) ? claim : seen;
}

const isWritten = (type: string): boolean =>
  type.startsWith('text/') ||
  /^application\/(json|xml|.*\+(json|xml))$/.test(type) ||
  type === 'image/svg+xml';

const envelopes = new Set(['application/zip', 'application/x-cfb']);
const marked = new Set(['image', 'film and sound', 'zip', 'cfb', 'application/pdf']);

// Types that are told apart by more than their first bytes, or are commonly taken for each other.
function familyOf(type: string): string {
  if (type.startsWith('image/')) return 'image';
  if (/^(audio|video)\//.test(type) || /^application\/(ogg|mp4)$/.test(type))
    return 'film and sound';
  if (/\/(x-)?zip$|openxmlformats|opendocument|java-archive|android\.package|epub/.test(type))
    return 'zip';
  if (/x-cfb|msword|ms-(excel|powerpoint|outlook|works|office)|ksw?(ps|et|dps)/.test(type))
    return 'cfb';
  return type;
}

const lookedAtBytes = 64 * 1024;

// In UTF-8 and GB18030 no byte of a text is zero; UTF-16 says at its beginning that it is.
async function looksLikeText(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(lookedAtBytes), 0, lookedAtBytes, 0);
    const bytes = buffer.subarray(0, bytesRead);
    const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
    const isWideToo = bytes[0] === 0xfe && bytes[1] === 0xff;
    return isWide || isWideToo || !bytes.includes(0);
  } finally {
    await file.close();
  }
}

const wrongType = (claim: string, seen: string | undefined): ApiProblem => ({
  ...problemCatalogue.fileTypeWrong,
  errors: [
    {
      pointer: '/content-type',
      detail: {
        zh: `说是 ${claim}，内容是${seen === undefined ? '别的东西' : ` ${seen}`}`,
        en: `it is said to be ${claim}, and is ${seen ?? 'something else'}`,
      },
    },
  ],
});
