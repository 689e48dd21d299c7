const mediaTypePattern = /^[a-z0-9][a-z0-9.+-]{0,60}\/[a-z0-9][a-z0-9.+-]{0,60}$/;

export const unknownType = 'application/octet-stream';

/** The media type in a header, without its parameters; one that is none counts as unknown. */
export function mediaType(header: string | undefined): string {
  const type = (header ?? '').split(';', 1)[0]!.trim().toLowerCase();
  return mediaTypePattern.test(type) ? type : unknownType;
}

const shown = /^(image\/(jpeg|png|webp|gif|avif)|video\/(mp4|webm|quicktime)|audio\/[a-z0-9.+-]+)$/;

/** True where a browser may show it in place: pictures, film and sound run nothing. */
export const isShown = (type: string): boolean => shown.test(type);
