import { visibleText } from '../../model/visible-text.ts';

/**
 * The server's answer, with marks for characters that cannot be seen. Done here once for all pages: a text that turns
 * the line around must not reach any of them.
 */
export const readAnswer = (text: string): unknown => JSON.parse(visibleText(text));
