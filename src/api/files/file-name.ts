const lengthMax = 200;

/** The name in the header `X-File-Name`, percent-encoded; `null` where it cannot be read. */
export function fileName(header: string | undefined): string | undefined | null {
  if (header === undefined || header === '') return undefined;
  try {
    const name = decodeURIComponent(header).replaceAll(/\p{C}/gu, '').trim();
    return name === '' || name.length > lengthMax ? null : name;
  } catch {
    return null;
  }
}
