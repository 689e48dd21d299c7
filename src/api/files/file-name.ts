const lengthMax = 200;

/** So many characters the header has, each byte of its UTF-8 as `%00`. */
export const fileNameHeaderMax = lengthMax * 12;

/**
 * The name in the header `X-File-Name`, percent-encoded; `null` where it cannot be read or has control characters.
 * Others that cannot be seen are taken out: a device saves the file under this name, and would obey them.
 */
export function fileName(header: string | undefined): string | undefined | null {
  if (header === undefined || header === '') return undefined;
  try {
    const name = decodeURIComponent(header).trim();
    if (/\p{Cc}/u.test(name)) return null;
    const seen = name.replaceAll(/\p{C}/gu, '');
    return seen === '' || [...seen].length > lengthMax ? null : seen;
  } catch {
    return null;
  }
}
