/**
 * A body without the control characters that come along when a text is pasted: the server refuses them, and nobody
 * could see what to delete. A vertical tab or a new page becomes a line break.
 */
export const sendableBody = (body: unknown): string =>
  JSON.stringify(body, (_key, value: unknown) =>
    typeof value === 'string' ? withoutControls(value) : value,
  );

const withoutControls = (text: string): string =>
  text.replaceAll(/[\u000b\u000c]/g, '\n').replaceAll(/(?![\t\n\r])[\p{Cc}\p{Cs}]/gu, '');
